import Expressions
import FoundationEssentials
import JSON
import XML

/// One row of the expression vectors: an expression, where it is evaluated, and what must come out.
struct ExpressionRow {
  let line: Int
  let expression: String
  let type: String
  let expected: JSONValue
  private let json: JSONValue

  init?(line: Int, bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), let expression = json["expr"]?.stringValue else { return nil }
    self.json = json
    self.line = line
    self.expression = expression
    type = json["type"]?.stringValue ?? ""
    expected = json["expected"] ?? .null
  }

  static func all(_ name: String) -> [ExpressionRow] {
    VectorFolder.lines(name).enumerated().compactMap { ExpressionRow(line: $0.offset + 1, bytes: $0.element) }
  }

  /// Why the row does not hold; nil when it does.
  func failure() -> String? {
    let found: Value
    do {
      found = try Formula(parsing: expression).evaluate(in: try scope())
    } catch {
      return type == "error" || (type == "date" && expected.isNull) ? nil : "\(error)"
    }
    if type == "error" { return "no problem but \(found)" }
    do {
      return try compare(found)
    } catch {
      return "\(error)"
    }
  }

  private func compare(_ found: Value) throws(ExpressionProblem) -> String? {
    switch type {
    case "number":
      let number = try found.asNumber.double
      return fits(number) ? nil : "number \(number)"
    case "boolean":
      let truth = try found.asBoolean
      return truth == expected.boolValue ? nil : "boolean \(truth)"
    case "nodeset":
      guard case .nodeset(let set) = found else { return "no nodes but \(found)" }
      let values = (expected["values"]?.arrayValue ?? []).compactMap(\.stringValue)
      return set.values == values ? nil : "nodes \(set.values)"
    case "string-match":
      let text = try found.asString
      guard let pattern = expected.stringValue.flatMap({ try? Regex($0) }) else { return "pattern" }
      return text.firstMatch(of: pattern) != nil ? nil : "string \(text)"
    default:
      let text = try found.asString
      return text == expected.stringValue ? nil : "string \(text)"
    }
  }

  private func fits(_ number: Double) -> Bool {
    if let text = expected.stringValue {
      switch text {
      case "NaN": return number.isNaN
      case "Infinity": return number == .infinity
      case "-Infinity": return number == -.infinity
      default: return false
      }
    }
    guard let wanted = expected.doubleValue else { return false }
    if let factor = json["round_factor"]?.doubleValue {
      return (number * factor + 0.5).rounded(.down) / factor == wanted
    }
    // The language itself takes numbers nearer than 10^-12 as equal.
    return (number - wanted).magnitude <= max(1e-12, wanted.magnitude * 1e-9) || number == wanted
  }

  private func scope() throws -> Scope {
    let document = try ExpressionDocuments.document(json["context_xml"]?.stringValue ?? "<root/>")
    let zone = ExpressionDocuments.zone(json["tz"]?.stringValue ?? "UTC")
    let moment = Moment(milliseconds: 1_770_000_000_000, zone: zone)
    var scope = Scope(document: document, node: .document, moment: moment, language: "en")
    if let path = json["context_node"]?.stringValue {
      guard let node = try Formula(parsing: path).nodes(in: scope).nodes.first else {
        throw ExpressionProblem(.path, [path])
      }
      scope.node = node
    }
    return scope
  }
}
