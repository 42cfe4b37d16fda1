internal import Forms
internal import Vietnamese
internal import Yams

/// A composed YAML value with its place; scalars are NFC text without interpretation.
indirect enum YAMLValue {
  case null(SourcePosition)
  case text(SourceText)
  case list([YAMLValue], SourcePosition)
  case map([(key: SourceText, value: YAMLValue)], SourcePosition)

  var position: SourcePosition {
    switch self {
    case .null(let position), .list(_, let position), .map(_, let position): position
    case .text(let text): text.position
    }
  }

  /// The text of a scalar; nil for everything else.
  var text: SourceText? { if case .text(let text) = self { text } else { nil } }
}

/// Reads YAML bytes into values with places.
struct YAMLTree {
  private let fileName: String
  private let lines: [Substring]

  /// Reads a document; anchors, aliases, tags, duplicate keys and what is no YAML are refused.
  static func read(_ bytes: [UInt8], fileName: String) throws(FormFileProblem) -> YAMLValue {
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw FormFileProblem(.encoding, at: SourcePosition(file: fileName), [fileName])
    }
    try YAMLGuard.check(bytes, fileName: fileName)
    let tree = YAMLTree(
      // To a text, CR and LF together are one character.
      fileName: fileName, lines: source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" })
    let root: Node?
    do {
      root = try Parser(yaml: source, resolver: .basic).singleRoot()
    } catch let error as YamlError {
      throw tree.problem(for: error)
    } catch {
      throw FormFileProblem(.yamlSyntax, at: SourcePosition(file: fileName), ["\(error)"])
    }
    guard let root else { return .null(SourcePosition(file: fileName)) }
    return tree.value(root)
  }

  private func place(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file: fileName, line: max(mark?.line ?? 1, 1), column: max(mark?.column ?? 1, 1))
  }

  private func problem(for error: YamlError) -> FormFileProblem {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = context.map { $0.text + ": " + problem } ?? problem
      return FormFileProblem(.yamlSyntax, at: place(mark), [words])
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return FormFileProblem(.duplicateKey, at: secondPlace(of: key, after: context.mark), [key.composed])
    case .reader(let problem, _, _, _):
      return FormFileProblem(.encoding, at: SourcePosition(file: fileName), [problem])
    default:
      return FormFileProblem(.yamlSyntax, at: SourcePosition(file: fileName), ["\(error)"])
    }
  }

  /// Where a key stands again behind its first place: in the same column for a block map, in the same line for `{ }`.
  private func secondPlace(of key: String, after mark: Mark) -> SourcePosition {
    let first = place(mark)
    guard first.line <= lines.count else { return first }
    let sameLine = lines[first.line - 1].unicodeScalars
    let wanted = Array(key.unicodeScalars)
    let scalars = Array(sameLine)
    var start = first.column - 1 + wanted.count
    while start + wanted.count < scalars.count {
      if Array(scalars[start..<(start + wanted.count)]) == wanted, scalars[start + wanted.count] == ":",
        scalars[start - 1] == " " || scalars[start - 1] == "{" || scalars[start - 1] == ","
      {
        return SourcePosition(file: fileName, line: first.line, column: start + 1)
      }
      start += 1
    }
    for number in first.line..<lines.count {
      let line = lines[number].unicodeScalars.dropFirst(first.column - 1)
      let indent = lines[number].prefix(while: { $0 == " " || $0 == "-" }).count
      guard indent >= first.column - 1 || line.isEmpty else { break }
      if indent == first.column - 1, Array(line.prefix(wanted.count)) == wanted,
        line.dropFirst(wanted.count).first == ":"
      {
        return SourcePosition(file: fileName, line: number + 1, column: first.column)
      }
    }
    return first
  }

  private func value(_ node: Node) -> YAMLValue {
    switch node {
    case .scalar(let scalar):
      let position = textPlace(scalar)
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .null(position) }
      return .text(SourceText(scalar.string.composed, at: position))
    case .sequence(let sequence): return .list(sequence.map { value($0) }, place(sequence.mark))
    case .mapping(let mapping):
      var pairs: [(key: SourceText, value: YAMLValue)] = []
      for (key, item) in mapping {
        let name = key.scalar.map { SourceText($0.string.composed, at: textPlace($0)) }
        pairs.append((name ?? SourceText("", at: place(key.mark)), value(item)))
      }
      return .map(pairs, place(mapping.mark))
    case .alias(let alias): return .null(place(alias.mark))
    }
  }

  /// The place of the first character of a scalar's text: behind the quote, on the first line of a block.
  private func textPlace(_ scalar: Node.Scalar) -> SourcePosition {
    let start = place(scalar.mark)
    switch scalar.style {
    case .singleQuoted, .doubleQuoted: return start.advanced(by: 1)
    case .literal, .folded:
      var number = start.line
      while number < lines.count, lines[number].allSatisfy({ $0 == " " }) { number += 1 }
      guard number < lines.count else { return start }
      let indent = lines[number].prefix(while: { $0 == " " }).count
      return SourcePosition(file: fileName, line: number + 1, column: indent + 1)
    case .any, .plain: return start
    }
  }
}
