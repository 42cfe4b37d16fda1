internal import Forms

/// What the header of a survey column means.
enum ColumnName: Hashable {
  case type
  case name
  case children
  /// A yes here takes the row out.
  case disabled
  case column(Column)
  /// What stood in a column before it was replaced for other programs.
  case original(Column)
  /// The name of an instance here, where an export had to give it another.
  case instanceName
  /// A yes here says that the group only arranges.
  case layoutOnly
  case text(TextColumn, language: String)
  /// Passed through: `bind::x`, `body::x`, `control::x`, `instance::x`.
  case extra(String)
  case unknown(String)

  /// The meaning of a header in any accepted spelling. The single colon as a separator is accepted where a form has no
  /// double one.
  init(header: String, singleColon: Bool = false) {
    let header = ColumnName.collapsed(header)
    let parts = ColumnName.split(header, singleColon: singleColon)
    let first = ColumnName.snake(parts[0])
    let rest = Array(parts.dropFirst())
    self = ColumnName.meaning(first, rest, header)
  }

  private static func meaning(_ first: String, _ rest: [String], _ header: String) -> ColumnName {
    if rest.isEmpty {
      switch first {
      case "type", "command": return .type
      case "name", "tag", "value": return .name
      case "children": return .children
      case "disabled": return .disabled
      case "layout_only": return .layoutOnly
      case "khaosat_instance": return .instanceName
      default: break
      }
    }
    if let text = texts[first] { return .text(text, language: rest.joined(separator: "::")) }
    if let column = columns[first], rest.isEmpty { return .column(column) }
    guard let second = rest.first else { return .unknown(header) }
    let more = rest.dropFirst().joined(separator: "::")
    switch first {
    case "media":
      if let text = texts[snake(second)] { return .text(text, language: more) }
      return .unknown(header)
    case "bind":
      if let own = ownColumns[second], more.isEmpty { return .column(own) }
      if let original = originals[second], more.isEmpty { return .original(original) }
      if second == "khaosat:warningMessage" { return .text(.warningMessage, language: more) }
      if let text = bindTexts[second] { return .text(text, language: more) }
      if let column = bindColumns[second] { return .column(column) }
      return .extra("bind::" + rest.joined(separator: "::"))
    case "control", "body":
      if let column = controlColumns[second] { return .column(column) }
      return .extra("body::" + rest.joined(separator: "::"))
    case "instance":
      if second == "odk:tag" { return .column(.compactTag) }
      return .extra("instance::" + rest.joined(separator: "::"))
    default: return .unknown(header)
    }
  }

  /// White space at the ends taken off and runs of it made one space.
  static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
  }

  /// Lower case with underscores for spaces.
  static func snake(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace }).joined(separator: "_").lowercased()
  }

  /// The parts between `::`, or between single colons where those separate.
  static func split(_ header: String, singleColon: Bool) -> [String] {
    var parts: [String] = []
    if header.contains("::") || !singleColon {
      var rest = Substring(header)
      while let range = ColumnName.doubleColon(in: rest) {
        parts.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
      parts.append(String(rest))
    } else {
      let tokens = header.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      var index = 0
      while index < tokens.count {
        // `jr:count` keeps its colon.
        if trimmed(tokens[index]) == "jr", index + 1 < tokens.count {
          parts.append("jr:" + trimmed(tokens[index + 1]))
          index += 1
        } else {
          parts.append(tokens[index])
        }
        index += 1
      }
    }
    return parts.map(trimmed)
  }

  private static func doubleColon(in text: Substring) -> Range<Substring.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == ":", next < text.endIndex, text[next] == ":" { return index..<text.index(after: next) }
      index = next
    }
    return nil
  }

  /// White space at both ends taken off.
  static func trimmed(_ text: some StringProtocol) -> String {
    if let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isPlain(first), isPlain(last) {
      return String(text)
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// Whether a scalar is Latin text and neither space nor part of a longer character: what most texts begin and end with.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21..<0x7F, 0xA1..<0x300, 0x1E00..<0x1F00: true
    default: false
    }
  }
}
