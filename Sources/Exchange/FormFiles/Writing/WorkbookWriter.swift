internal import Archive
internal import XML

/// Writes an .xlsx workbook of plain texts, the first row of each sheet in bold and fixed.
package struct WorkbookWriter {
  private var sheets: [(name: String, rows: [[String]], widths: [Int])] = []

  /// An empty workbook.
  package init() {}

  /// Adds a sheet. Empty texts leave their cell empty.
  package mutating func add(_ name: String, rows: [[String]]) {
    var widths: [Int] = []
    for row in rows.prefix(200) {
      for (column, text) in row.enumerated() {
        if column >= widths.count { widths.append(8) }
        widths[column] = min(60, max(widths[column], text.count + 2))
      }
    }
    sheets.append((name, rows, widths))
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
      archive.add("xl/worksheets/sheet\(place + 1).xml", Self.sheet(sheet.rows, sheet.widths, main))
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
      <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
    return Array(text.utf8)
  }

  private static func sheet(_ rows: [[String]], _ widths: [Int], _ main: String) -> [UInt8] {
    var writer = XMLWriter()
    writer.start("worksheet", [("xmlns", main)])
    writer.start("sheetViews")
    writer.start("sheetView", [("workbookViewId", "0")])
    writer.element("pane", [("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")])
    writer.end()
    writer.end()
    if !widths.isEmpty {
      writer.start("cols")
      for (column, width) in widths.enumerated() {
        let number = String(column + 1)
        writer.element("col", [("min", number), ("max", number), ("width", String(width)), ("customWidth", "1")])
      }
      writer.end()
    }
    writer.start("sheetData")
    for (number, row) in rows.enumerated() {
      writer.start("row", [("r", String(number + 1))])
      for (column, text) in row.enumerated() where !text.isEmpty {
        let style = number == 0 ? "1" : "0"
        writer.start("c", [("r", Sheet.letters(column) + String(number + 1)), ("s", style), ("t", "inlineStr")])
        writer.start("is")
        writer.element("t", [("xml:space", "preserve")], text: text)
        writer.end()
        writer.end()
      }
      writer.end()
    }
    writer.end()
    writer.end()
    return writer.bytes
  }
}
