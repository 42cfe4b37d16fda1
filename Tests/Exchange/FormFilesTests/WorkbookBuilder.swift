import Archive

/// Makes small workbooks for tests: rows of texts, or raw sheet XML.
struct WorkbookBuilder {
  var sheets: [(name: String, xml: String)] = []
  var sharedStrings: [String] = []
  var styles: String?

  mutating func add(_ name: String, _ rows: [[String]]) {
    var xml = "<sheetData>"
    for (number, row) in rows.enumerated() {
      xml += "<row r=\"\(number + 1)\">"
      for (column, text) in row.enumerated() where !text.isEmpty {
        let letter = String(UnicodeScalar(UInt8(65 + column)))
        xml += "<c r=\"\(letter)\(number + 1)\" t=\"inlineStr\"><is><t>\(Self.escaped(text))</t></is></c>"
      }
      xml += "</row>"
    }
    sheets.append((name, xml + "</sheetData>"))
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  var bytes: [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var writer = ArchiveWriter()
    func add(_ name: String, _ text: String) { writer.add(name, Array(text.utf8)) }
    add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)\"><Relationship Id=\"r\" Type=\"\(links)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    var list = ""
    var relations = ""
    for (number, sheet) in sheets.enumerated() {
      list += "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(number + 1)\" r:id=\"r\(number)\"/>"
      relations +=
        "<Relationship Id=\"r\(number)\" Type=\"\(links)/worksheet\" Target=\"worksheets/s\(number).xml\"/>"
      add("xl/worksheets/s\(number).xml", "<worksheet xmlns=\"\(main)\">\(sheet.xml)</worksheet>")
    }
    add("xl/workbook.xml", "<workbook xmlns=\"\(main)\" xmlns:r=\"\(links)\"><sheets>\(list)</sheets></workbook>")
    if !sharedStrings.isEmpty {
      let items = sharedStrings.map { "<si>\($0)</si>" }.joined()
      add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(items)</sst>")
      relations += "<Relationship Id=\"s\" Type=\"\(links)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
    }
    if let styles {
      add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")
      relations += "<Relationship Id=\"t\" Type=\"\(links)/styles\" Target=\"styles.xml\"/>"
    }
    add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(package)\">\(relations)</Relationships>")
    return writer.finished()
  }
}
