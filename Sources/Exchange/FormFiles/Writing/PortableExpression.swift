internal import Expressions

/// Expressions as other programs understand them: calls of functions that they lack are replaced.
struct PortableExpression {
  /// The expression with replacements.
  let text: String
  /// The functions replaced, each once, with what stands in their place.
  let replaced: [(name: String, replacement: String)]

  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"

  /// Functions that the engine of ODK Collect does not know, with what it does know.
  private static let table: [String: String] = {
    var table = [
      "floor": "(int($1) - if(int($1) > $1, 1, 0))", "ceiling": "(int($1) + if(int($1) < $1, 1, 0))",
      "lower-case": "translate($1, '\(upper)', '\(lower)')", "upper-case": "translate($1, '\(lower)', '\(upper)')",
    ]
    for entry in FunctionTable.all {
      if let replacement = entry.xlsformReplacement { table[entry.name] = replacement }
    }
    return table
  }()

  init(_ source: String) {
    var rewriter = Rewriter(scalars: Array(source.unicodeScalars))
    text = rewriter.rewritten()
    replaced = rewriter.replaced
  }

  /// Walks an expression and replaces calls from the inside out.
  private struct Rewriter {
    let scalars: [Unicode.Scalar]
    var replaced: [(name: String, replacement: String)] = []

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func rewritten() -> String { rewrite(0..<scalars.count) }

    private mutating func rewrite(_ range: Range<Int>) -> String {
      var result = ""
      var place = range.lowerBound
      while place < range.upperBound {
        let scalar = scalars[place]
        if scalar == "'" || scalar == "\"" {
          let end = scalars[(place + 1)..<range.upperBound].firstIndex(of: scalar) ?? range.upperBound - 1
          result += text(place..<min(end + 1, range.upperBound))
          place = end + 1
        } else if isNameStart(scalar), place == range.lowerBound || !isNamePart(scalars[place - 1]) {
          let end = nameEnd(place, range.upperBound)
          let name = text(place..<end)
          let open = skipSpace(end, range.upperBound)
          guard open < range.upperBound, scalars[open] == "(", let close = matching(open, range.upperBound),
            let call = call(name, arguments: arguments((open + 1)..<close))
          else {
            result += name
            place = end
            continue
          }
          result += call
          place = close + 1
        } else {
          result.unicodeScalars.append(scalar)
          place += 1
        }
      }
      return result
    }

    /// The replaced call; nil when the function stays.
    private mutating func call(_ name: String, arguments: [Range<Int>]) -> String? {
      var template = PortableExpression.table[name]
      if name == "substring", arguments.count >= 2 {
        template = arguments.count == 2 ? "substr($1, $2 - 1)" : "substr($1, $2 - 1, $2 - 1 + $3)"
      }
      guard let template else { return nil }
      if !replaced.contains(where: { $0.name == name }) { replaced.append((name, template)) }
      var result = template
      for (number, range) in arguments.enumerated() {
        let argument = ColumnName.trimmed(rewrite(range))
        let isPlain = argument.unicodeScalars.allSatisfy { isNamePart($0) || "/.${}".unicodeScalars.contains($0) }
        let isBare = template.contains("($\(number + 1)") && !template.contains("$\(number + 1) ")
        result = result.replacing("$\(number + 1)", with: isPlain || isBare ? argument : "(\(argument))")
      }
      // A replacement may use functions that are replaced themselves.
      var again = Rewriter(scalars: Array(result.unicodeScalars))
      return again.rewritten()
    }

    private func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }

    private func isNameStart(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isAlphabetic }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
      isNameStart(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "." || scalar == ":"
    }

    private func nameEnd(_ start: Int, _ limit: Int) -> Int {
      var end = start
      while end < limit, isNamePart(scalars[end]) { end += 1 }
      return end
    }

    private func skipSpace(_ start: Int, _ limit: Int) -> Int {
      var place = start
      while place < limit, scalars[place].properties.isWhitespace { place += 1 }
      return place
    }

    private func matching(_ open: Int, _ limit: Int) -> Int? {
      var depth = 0
      var place = open
      while place < limit {
        switch scalars[place] {
        case "'", "\"":
          guard let end = scalars[(place + 1)..<limit].firstIndex(of: scalars[place]) else { return nil }
          place = end
        case "(", "[", "{": depth += 1
        case ")", "]", "}":
          depth -= 1
          if depth == 0 { return place }
        default: break
        }
        place += 1
      }
      return nil
    }

    private func arguments(_ range: Range<Int>) -> [Range<Int>] {
      guard skipSpace(range.lowerBound, range.upperBound) < range.upperBound else { return [] }
      var result: [Range<Int>] = []
      var start = range.lowerBound
      var depth = 0
      var place = range.lowerBound
      while place < range.upperBound {
        switch scalars[place] {
        case "'", "\"":
          place = scalars[(place + 1)..<range.upperBound].firstIndex(of: scalars[place]) ?? range.upperBound
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth -= 1
        case "," where depth == 0:
          result.append(start..<place)
          start = place + 1
        default: break
        }
        place += 1
      }
      return result + [start..<range.upperBound]
    }
  }
}
