/// Where a function, an initialiser or a computed property begins and ends.
struct FunctionSpan: Sendable {
  /// Its first line as written, without the indentation.
  let title: String
  /// Line of the declaration's keyword, from 1.
  let line: Int
  /// Lines from that line to the closing brace, both included.
  let length: Int

  /// Every body of the file.
  static func all(in file: SourceFile) -> [FunctionSpan] {
    file.code.indices.compactMap { index in
      guard let column = keywordColumn(in: file.code[index]) else { return nil }
      guard let end = lastLine(of: file.code, from: index, column: column) else { return nil }
      let title = file.lines[index].drop { $0 == " " }
      return FunctionSpan(title: String(title), line: index + 1, length: end - index + 1)
    }
  }

  private static let keywords = ["func ", "init(", "init?(", "init<", "deinit ", "subscript(", "var "]

  /// Place behind the keyword of a declaration that may have a body.
  private static func keywordColumn(in line: String) -> Int? {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    for keyword in keywords {
      let bare = keyword.last == " " ? String(keyword.dropLast()) : keyword
      guard let at = words.firstIndex(where: { keyword.last == " " ? $0 == bare : $0.hasPrefix(bare) }),
        words[..<at].allSatisfy({ isModifier($0) }), let range = line.firstRange(of: bare)
      else { continue }
      return line.utf8.distance(from: line.startIndex, to: range.lowerBound) + bare.utf8.count
    }
    return nil
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || [
        "package", "public", "private", "fileprivate", "internal", "static", "class", "final", "mutating",
        "nonmutating", "override", "required", "convenience", "nonisolated", "isolated", "indirect", "lazy", "weak",
        "prefix", "postfix", "infix", "consuming", "borrowing", "private(set)", "fileprivate(set)", "package(set)",
        "nonisolated(unsafe)", "unowned", "distributed",
      ].contains(String(word))
  }

  /// Index of the line with the brace that closes the body; nil when the declaration has none.
  private static func lastLine(of code: [String], from first: Int, column: Int) -> Int? {
    var round = 0
    var curly = 0
    for index in first..<code.count {
      let bytes = Array(code[index].utf8)
      if index > first, curly == 0, round == 0, !continues(code[index]) { return nil }
      for place in (index == first ? max(0, column - 1) : 0)..<max(bytes.count, index == first ? column - 1 : 0) {
        switch bytes[place] {
        case UInt8(ascii: "("), UInt8(ascii: "["): round += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): round -= 1
        case UInt8(ascii: "="):
          let next = place + 1 < bytes.count ? bytes[place + 1] : 0
          let before = place > 0 ? bytes[place - 1] : 0
          let isAssignment = next == UInt8(ascii: " ") && before == UInt8(ascii: " ")
          if curly == 0, round == 0, isAssignment, !code[first].contains("func =") { return nil }
        case UInt8(ascii: "{"): if round == 0 || curly > 0 { curly += 1 }
        case UInt8(ascii: "}"):
          guard round == 0 || curly > 0 else { continue }
          curly -= 1
          if curly == 0 { return index }
          if curly < 0 { return nil }
        default: break
        }
      }
    }
    return nil
  }

  /// Whether a line goes on with the head of a declaration begun above.
  private static func continues(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }
    return ["->", "where", "{", "throws", "async", "rethrows", ")"].contains { text.hasPrefix($0) }
  }
}
