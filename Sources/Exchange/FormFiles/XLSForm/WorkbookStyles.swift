internal import XML

/// What the styles of a workbook say about numbers: which of them are dates or times.
struct WorkbookStyles {
  private var isDate: [Bool] = []

  init() {}

  init(_ sheet: XMLElement) {
    var custom: [Int: String] = [:]
    for format in sheet.child("numFmts")?.children("numFmt") ?? [] {
      if let id = format.attribute("numFmtId").flatMap({ Int($0) }) { custom[id] = format.attribute("formatCode") }
    }
    isDate = (sheet.child("cellXfs")?.children("xf") ?? []).map { style in
      guard let id = style.attribute("numFmtId").flatMap({ Int($0) }) else { return false }
      if let code = custom[id] { return Self.isDateCode(code) }
      return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }
  }

  /// Whether a cell style shows numbers as dates or times.
  func showsDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

  /// Whether a format code holds a letter of dates outside quotes, brackets and escapes.
  private static func isDateCode(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\", "_", "*": isEscaped = !isQuoted
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "d", "m", "y", "h", "s": if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
