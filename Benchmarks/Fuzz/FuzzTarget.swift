internal import Archive
internal import Expressions
internal import FormFiles
internal import Forms

/// What is fed.
enum FuzzTarget: String, CaseIterable {
  case expressions
  case yaml
  case xlsx
  case xform

  /// Takes one input. It may be refused in any way; it may neither stop the program nor hang it.
  func take(_ bytes: [UInt8]) {
    switch self {
    case .expressions: Self.evaluate(String(decoding: bytes, as: UTF8.self))
    case .yaml: Self.load(bytes, .yaml, "form.yaml")
    case .xform: Self.load(bytes, .xml, "form.xml")
    case .xlsx: Self.load(bytes.starts(with: Array("PK".utf8)) ? bytes : Self.workbook(bytes), .xlsx, "form.xlsx")
    }
  }

  private static func load(_ bytes: [UInt8], _ format: FormFiles.Format, _ name: String) {
    _ = try? FormFiles.load(bytes, format: format, fileName: name)
  }

  /// Parses, asks everything that a form asks of its expressions, and evaluates in a small document.
  private static func evaluate(_ text: String) {
    guard let formula = try? Formula(parsing: text) else { return }
    _ = formula.problems
    _ = formula.tree.locationPaths
    let moment = Moment(milliseconds: 1_795_143_600_000, zone: .fixed(minutes: 420), seed: 7)
    _ = try? formula.evaluate(in: Scope(document: document, node: document.root ?? .document, moment: moment))
  }

  private static let document: Document = {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    for value in ["1", "2.5", "xã", "2026-11-20", ""] { document.appendElement("a", to: root, value: value) }
    let row = document.appendElement("r", to: root)
    document.appendElement("x", to: row, value: "3")
    return document
  }()

  /// A workbook of parts that zero bytes separate: survey, choices, settings, shared strings, styles. Mutations of a zip
  /// hardly ever come past its checksums.
  private static func workbook(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false).map(Array.init)
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var writer = ArchiveWriter()
    writer.add(
      "_rels/.rels",
      Array(
        "<Relationships><Relationship Id='r' Type='\(links)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
          .utf8))
    var sheets = ""
    var relations = ""
    for (number, part) in parts.enumerated() {
      let name = ["worksheets/s0.xml", "worksheets/s1.xml", "worksheets/s2.xml", "sharedStrings.xml", "styles.xml"][
        number]
      let kind = ["worksheet", "worksheet", "worksheet", "sharedStrings", "styles"][number]
      if number < 3 {
        sheets +=
          "<sheet name='\(["survey", "choices", "settings"][number])' sheetId='\(number + 1)' r:id='r\(number)'/>"
      }
      relations += "<Relationship Id='r\(number)' Type='\(links)/\(kind)' Target='\(name)'/>"
      writer.add("xl/" + name, part)
    }
    writer.add(
      "xl/workbook.xml",
      Array("<workbook xmlns='\(main)' xmlns:r='\(links)'><sheets>\(sheets)</sheets></workbook>".utf8))
    writer.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations)</Relationships>".utf8))
    return writer.finished()
  }
}
