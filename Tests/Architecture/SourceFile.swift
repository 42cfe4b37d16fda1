/// One Swift file: its lines as written, and the same lines with comments and the inside of texts blanked.
struct SourceFile: Sendable {
  /// Path below the project's root, with `/`.
  let path: String
  /// Lines as written.
  let lines: [String]
  /// Lines in which every byte of a comment or a string literal is a space.
  let code: [String]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    lines = SourceFile.split(bytes)
    var blanker = TextBlanker(bytes: bytes)
    code = SourceFile.split(blanker.blanked())
  }

  /// `Forms` for a file below `Sources/Domain/Forms/`, `khaosat` for the program, the target's folder for tests.
  var module: String {
    let parts = path.split(separator: "/").map(String.init)
    if parts.count > 1, parts[1] == "khaosat" { return "khaosat" }
    return parts.count > 3 ? parts[2] : parts.dropFirst().first ?? ""
  }

  /// `Domain`, `Storage`, `Exchange`, `Interface` or `khaosat`.
  var layer: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules that the file imports, with their line numbers from 1.
  var imports: [(module: String, line: Int)] {
    code.enumerated().compactMap { index, line in
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ $0.hasPrefix("@") || SourceFile.importLevels.contains(String($0)) })
      else { return nil }
      let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "var", "let", "typealias"]
      let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      return (String(name.prefix { $0 != "." }), index + 1)
    }
  }

  /// The lines in which `pattern` occurs; `needle` is a text without which it cannot, looked for first because it is cheap.
  func hits(of pattern: Regex<Substring>, needle: String, in part: KeyPath<SourceFile, [String]> = \.code) -> [String] {
    self[keyPath: part].enumerated().compactMap { index, line in
      line.contains(needle) && line.firstMatch(of: pattern) != nil ? "\(path):\(index + 1): \(lines[index])" : nil
    }
  }

  private static let importLevels: Set<String> = ["internal", "package", "public", "private", "fileprivate"]

  private static func split(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
