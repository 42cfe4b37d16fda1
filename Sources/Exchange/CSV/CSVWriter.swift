/// Writes CSV as RFC 4180 has it: CRLF, quotes where needed, UTF-8.
package struct CSVWriter {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let isFormulaSafe: Bool

  /// A writer. Spreadsheets recognise UTF-8 by the byte order mark; `isFormulaSafe` puts an apostrophe before what they
  /// would run as a formula.
  package init(delimiter: UInt8 = UInt8(ascii: ","), byteOrderMark: Bool = false, isFormulaSafe: Bool = true) {
    self.delimiter = delimiter
    self.isFormulaSafe = isFormulaSafe
    if byteOrderMark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }

  /// Appends one row.
  package mutating func append(_ fields: [String]) {
    // A single empty cell must not look like a blank line.
    if fields == [""] { bytes.append(contentsOf: "\"\"".utf8) }
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(delimiter) }
      append(field: field)
    }
    bytes.append(contentsOf: [13, 10])
  }

  private mutating func append(field: String) {
    let isGuarded = isFormulaSafe && Self.looksLikeFormula(field)
    let needsQuotes =
      field.utf8.contains { $0 == delimiter || Self.divides($0) }
      || field.utf8.first == 0x20 || field.utf8.last == 0x20
    guard needsQuotes else {
      if isGuarded { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What ends a cell somewhere: elsewhere lists are divided by semicolons or tabs, and what follows one of them bare
  /// would be a cell of its own, a formula perhaps.
  private static func divides(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 9, 10, 13: true
    default: false
    }
  }

  /// Whether a spreadsheet would run a cell: it begins with = + - @, also full-width, with a tab or a line break, and is
  /// not a number.
  package static func looksLikeFormula(_ field: String) -> Bool {
    switch field.unicodeScalars.first {
    case "=", "@", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    case "+", "-": !isNumeric(field)
    default: false
    }
  }

  private static func isNumeric(_ field: String) -> Bool {
    let rest = field.utf8.dropFirst()
    var points = 0
    for byte in rest {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "."), UInt8(ascii: ","): points += 1
      default: return false
      }
    }
    return rest.count > points && points <= 1
  }
}
