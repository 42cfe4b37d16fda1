internal import Archive
internal import XML

/// Writes an .xlsx workbook of texts and numbers, the first row of each sheet in bold and fixed. No cell is a formula,
/// whatever its text begins with.
package struct WorkbookWriter {
  private struct Sheet {
    let name: String
    let rows: [[String]]
    let widths: [Int]
    let numbers: Set<Int>
  }

  private var sheets: [Sheet] = []
  /// Spreadsheets take no longer texts in a cell; what is cut ends in a sign.
  private static let cellLimit = 32_767

  /// An empty workbook.
  package init() {}

  /// Adds a sheet. Empty texts leave their cell empty. What does not fit into the name of a sheet is left out of it, and
  /// a name that is taken gets a number.
  /// - Parameter numbers: columns in which texts that are plain numbers become numbers; the first row stays text.
  package mutating func add(_ name: String, rows: [[String]], numbers: Set<Int> = []) {
    var widths: [Int] = []
    for row in rows.prefix(200) {
      for (column, text) in row.enumerated() {
        if column >= widths.count { widths.append(8) }
        widths[column] = min(60, max(widths[column], text.count + 2))
      }
    }
    sheets.append(Sheet(name: free(name), rows: rows, widths: widths, numbers: numbers))
  }

  private func free(_ name: String) -> String {
    let allowed = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(28))
    let wanted = allowed.isEmpty ? "sheet" : allowed
    var found = wanted
    var number = 1
    while sheets.contains(where: { $0.name.lowercased() == found.lowercased() }) {
      number += 1
      found = wanted + " \(number)"
    }
    return found
  }

  /// The bytes of the workbook.
  package func finished() -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var archive = ArchiveWriter()
    archive.add("[Content_Types].xml", contentTypes())
    var root = XMLWriter()
    root.start("Relationships", [("xmlns", package)])
    root.element(
      "Relationship", [("Id", "rId1"), ("Type", links + "/officeDocument"), ("Target", "xl/workbook.xml")])
    root.end()
    archive.add("_rels/.rels", root.bytes)
    var book = XMLWriter()
    book.start("workbook", [("xmlns", main), ("xmlns:r", links)])
    book.start("sheets")
    var relations = XMLWriter()
    relations.start("Relationships", [("xmlns", package)])
    for (place, sheet) in sheets.enumerated() {
      let id = "rId\(place + 1)"
      book.element("sheet", [("name", sheet.name), ("sheetId", String(place + 1)), ("r:id", id)])
      relations.element(
        "Relationship",
        [("Id", id), ("Type", links + "/worksheet"), ("Target", "worksheets/sheet\(place + 1).xml")])
    }
    book.end()
    book.end()
    relations.element("Relationship", [("Id", "rIdS"), ("Type", links + "/styles"), ("Target", "styles.xml")])
    relations.end()
    archive.add("xl/workbook.xml", book.bytes)
    archive.add("xl/_rels/workbook.xml.rels", relations.bytes)
    archive.add("xl/styles.xml", Self.styles(main))
    for (place, sheet) in sheets.enumerated() {
      archive.add("xl/worksheets/sheet\(place + 1).xml", Self.bytes(of: sheet, main))
    }
    return archive.finished()
  }

  private func contentTypes() -> [UInt8] {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var writer = XMLWriter()
    writer.start("Types", [("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")])
    let relations = "application/vnd.openxmlformats-package.relationships+xml"
    writer.element("Default", [("Extension", "rels"), ("ContentType", relations)])
    writer.element("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
    let parts = [("/xl/workbook.xml", office + ".sheet.main+xml"), ("/xl/styles.xml", office + ".styles+xml")]
    for (part, type) in parts { writer.element("Override", [("PartName", part), ("ContentType", type)]) }
    for place in sheets.indices {
      writer.element(
        "Override",
        [("PartName", "/xl/worksheets/sheet\(place + 1).xml"), ("ContentType", office + ".worksheet+xml")])
    }
    writer.end()
    return writer.bytes
  }

  private static func styles(_ main: String) -> [UInt8] {
    let text = """
      <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/>\
      <sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
      <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="0"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
    return Array(text.utf8)
  }

  private static func bytes(of sheet: Sheet, _ main: String) -> [UInt8] {
    var writer = XMLWriter()
    writer.start("worksheet", [("xmlns", main)])
    writer.start("sheetViews")
    writer.start("sheetView", [("workbookViewId", "0")])
    writer.element("pane", [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")])
    writer.end()
    writer.end()
    if !sheet.widths.isEmpty {
      writer.start("cols")
      for (column, width) in sheet.widths.enumerated() {
        let number = String(column + 1)
        writer.element("col", [("min", number), ("max", number), ("width", String(width)), ("customWidth", "1")])
      }
      writer.end()
    }
    writer.start("sheetData")
    for (number, row) in sheet.rows.enumerated() {
      writer.start("row", [("r", String(number + 1))])
      for (column, text) in row.enumerated() where !text.isEmpty {
        let place = CellReference.text(column: column, row: number + 1)
        if number > 0, sheet.numbers.contains(column), isPlainNumber(text) {
          writer.start("c", [("r", place), ("s", "2")])
          writer.element("v", text: text)
        } else {
          writer.start("c", [("r", place), ("s", number == 0 ? "1" : "0"), ("t", "inlineStr")])
          writer.start("is")
          writer.element("t", [("xml:space", "preserve")], text: cut(text))
          writer.end()
        }
        writer.end()
      }
      writer.end()
    }
    writer.end()
    writer.end()
    return writer.bytes
  }

  /// Whether a spreadsheet holds the number as it is written: up to fifteen digits, no zero in front.
  private static func isPlainNumber(_ text: String) -> Bool {
    var digits = 0
    var points = 0
    let bytes = Array(text.utf8.drop { $0 == UInt8(ascii: "-") })
    guard text.utf8.count - bytes.count <= 1 else { return false }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      default: return false
      }
    }
    let leads = bytes.count > 1 && bytes[0] == UInt8(ascii: "0") && bytes[1] != UInt8(ascii: ".")
    return (1...15).contains(digits) && points <= 1 && !leads && bytes.last != UInt8(ascii: ".")
      && bytes.first != UInt8(ascii: ".")
  }

  private static func cut(_ text: String) -> String {
    guard text.utf16.count > cellLimit else { return text }
    var kept = text.unicodeScalars.prefix(cellLimit / 2 - 1)
    while let last = kept.last, last.properties.canonicalCombiningClass != .notReordered { kept.removeLast() }
    return String(String.UnicodeScalarView(kept)) + "…"
  }
}
