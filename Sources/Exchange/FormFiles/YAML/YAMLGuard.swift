internal import Forms

/// Looks through YAML before it is composed and refuses anchors, aliases and tags, which could make a small file
/// unfold without end. Also holds back brackets without end.
///
/// Only as much of the grammar as tells where a node may begin: quoted and plain scalars, block scalars, flow brackets,
/// comments. What is wrong beyond that is the parser's to say.
struct YAMLGuard {
  private let bytes: [UInt8]
  private let fileName: String
  private var index = 0
  private var line = 1
  private var column = 1
  private var flowDepth = 0
  /// Column of the entry (key or dash) of the innermost block collection begun on a line so far; 0 outside.
  private var entryColumn = 0
  /// Whether the plain scalar of the line before may go on.
  private var plainGoesOn = false
  private static let depthLimit = 64
  /// Keys, values and marks so far. The parser makes a tree of them, many times larger than the text.
  private var pieces = 0
  private static let pieceLimit = 600_000

  /// Throws when the text holds what is refused.
  static func check(_ bytes: [UInt8], fileName: String) throws(FormFileProblem) {
    var scan = YAMLGuard(bytes: bytes, fileName: fileName)
    try scan.run()
  }

  private init(bytes: [UInt8], fileName: String) {
    self.bytes = bytes
    self.fileName = fileName
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func problem(_ code: FormFileProblemCode, _ arguments: [String] = []) -> FormFileProblem {
    FormFileProblem(code, at: SourcePosition(file: fileName, line: line, column: column), arguments)
  }

  private mutating func advance() {
    guard index < bytes.count else { return }
    if bytes[index] == 10 {
      line += 1
      column = 1
    } else if bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }

  private mutating func run() throws(FormFileProblem) {
    while index < bytes.count { try readLine() }
  }

  /// One line, from its first byte; quoted scalars and flow collections may take more.
  private mutating func readLine() throws(FormFileProblem) {
    skipBlanks()
    guard let first = byte else { return }
    if first == 10 || first == 13 || first == UInt8(ascii: "#") { return skipLine() }
    if column == 1 && (isMarker("---") || isMarker("...")) {
      plainGoesOn = false
      entryColumn = 0
      for _ in 0..<3 { advance() }
      skipBlanks()
    } else if column == 1 && first == UInt8(ascii: "%") {
      return skipLine()
    }
    if plainGoesOn && flowDepth == 0 && column > entryColumn {
      try readPlain(startColumn: column)
    }
    plainGoesOn = false
    try readNodes()
  }

  /// Nodes up to the end of the line.
  private mutating func readNodes() throws(FormFileProblem) {
    while let current = byte {
      skipBlanks()
      guard byte != nil else { return }
      pieces += 1
      guard pieces <= Self.pieceLimit else { throw problem(.limit, ["values", String(Self.pieceLimit)]) }
      switch byte ?? current {
      case 10, 13: return skipLine()
      case UInt8(ascii: "#"): return skipLine()
      case UInt8(ascii: "&"): throw problem(.yamlAnchor, [word()])
      case UInt8(ascii: "*"): throw problem(.yamlAlias, [word()])
      case UInt8(ascii: "!"): throw problem(.yamlTag, [word()])
      case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        flowDepth += 1
        if flowDepth > Self.depthLimit { throw problem(.tooDeep, [String(Self.depthLimit)]) }
        advance()
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        flowDepth = max(0, flowDepth - 1)
        advance()
      case UInt8(ascii: ",") where flowDepth > 0: advance()
      case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0:
        return skipBlockScalar()
      case UInt8(ascii: "-") where flowDepth == 0 && isSpace(at: index + 1),
        UInt8(ascii: "?") where isSpace(at: index + 1):
        entryColumn = column
        advance()
      case UInt8(ascii: ":") where isSpace(at: index + 1) || flowDepth > 0: advance()
      default:
        try readPlain(startColumn: column)
        if plainGoesOn { return }
      }
    }
  }

  private func isSpace(at place: Int) -> Bool {
    guard place < bytes.count else { return true }
    return bytes[place] == 0x20 || bytes[place] == 9 || bytes[place] == 10 || bytes[place] == 13
  }

  private func isMarker(_ text: StaticString) -> Bool {
    guard index + 3 <= bytes.count, isSpace(at: index + 3) else { return false }
    return (0..<3).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  private mutating func skipBlanks() {
    while let current = byte, current == 0x20 || current == 9 { advance() }
  }

  private mutating func skipLine() {
    while let current = byte, current != 10 { advance() }
    advance()
  }

  /// The name behind `&`, `*` or `!`.
  private func word() -> String {
    var end = index
    while end < bytes.count, !isSpace(at: end), end - index < 40 { end += 1 }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  private mutating func readQuoted() {
    let quote = byte
    let start = column
    advance()
    while let current = byte {
      if current == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
        advance()
      } else if current == quote {
        if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "'") {
          advance()
        } else {
          break
        }
      }
      advance()
    }
    advance()
    if flowDepth == 0, byte == UInt8(ascii: ":"), isSpace(at: index + 1) { entryColumn = start }
  }

  /// A plain scalar up to `: `, ` #`, the end of the line, or a flow indicator.
  private mutating func readPlain(startColumn: Int) throws(FormFileProblem) {
    while let current = byte {
      switch current {
      case 10, 13:
        plainGoesOn = flowDepth == 0
        skipLine()
        return
      case UInt8(ascii: ":") where isSpace(at: index + 1):
        if flowDepth == 0 { entryColumn = startColumn }
        advance()
        return
      case UInt8(ascii: "#") where index > 0 && isSpace(at: index - 1): return
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if flowDepth > 0 { return }
        advance()
      default: advance()
      }
    }
  }

  /// A literal or folded scalar: all following lines indented deeper than the entry it belongs to.
  private mutating func skipBlockScalar() {
    skipLine()
    while index < bytes.count {
      let start = index
      var indent = 0
      while start + indent < bytes.count, bytes[start + indent] == 0x20 { indent += 1 }
      let isBlank = start + indent >= bytes.count || bytes[start + indent] == 10 || bytes[start + indent] == 13
      // Columns count from 1, so an indent equal to the entry's column lies one deeper than the entry.
      guard isBlank || indent >= max(entryColumn, 0) && indent > 0 || entryColumn == 0 else { return }
      skipLine()
    }
  }
}
