internal import Archive
internal import Forms
internal import XML

/// An .xlsx workbook: its sheets by name, read one at a time.
package struct Workbook {
  /// How much a workbook may demand.
  package struct Limits: Sendable, Equatable {
    /// Rows of one sheet.
    package var rows: Int
    /// Columns of one sheet.
    package var columns: Int
    /// Cells of one sheet.
    package var cells: Int
    /// Bytes of text of one sheet, and of all shared strings.
    package var text: Int
    /// Shared strings.
    package var strings: Int

    /// Limits; the defaults suit forms and visit lists and keep reading within 256 MiB.
    package init(
      rows: Int = 60_000, columns: Int = 2_000, cells: Int = 600_000, text: Int = 24 << 20, strings: Int = 400_000
    ) {
      self.rows = rows
      self.columns = columns
      self.cells = cells
      self.text = text
      self.strings = strings
    }
  }

  /// The names on the tabs, in order.
  package let sheetNames: [String]
  let fileName: String
  let limits: Limits
  private let archive: ArchiveReader
  private let parts: [String: String]
  private let strings: [String]
  private let styles: WorkbookStyles
  private let usesDatesFrom1904: Bool

  /// Opens a workbook; shared strings and styles are read here, sheets when asked for.
  package init(_ bytes: [UInt8], fileName: String, limits: Limits = Limits()) throws(FormFileProblem) {
    self.fileName = fileName
    self.limits = limits
    let file = WorkbookParts(fileName: fileName)
    archive = try file.open(bytes)
    let main = try file.mainPart(archive)
    let relations = try file.relations(of: main, in: archive)
    let book = try file.tree(main, in: archive)
    var names: [String] = []
    var parts: [String: String] = [:]
    for sheet in book.child("sheets")?.children("sheet") ?? [] {
      guard let name = sheet.attribute("name") else { continue }
      let id = sheet.attributes.first { $0.name.local == "id" && !$0.name.prefix.isEmpty }?.value ?? ""
      guard let part = relations.first(where: { $0.id == id })?.part else { continue }
      names.append(name)
      parts[name] = part
    }
    sheetNames = names
    self.parts = parts
    let date1904 = book.child("workbookPr")?.attribute("date1904")
    usesDatesFrom1904 = date1904 == "1" || date1904 == "true"
    strings = try file.sharedStrings(relations, in: archive, limits: limits)
    if let part = relations.first(where: { $0.kind == "styles" })?.part, archive.contains(part) {
      styles = WorkbookStyles(try file.tree(part, in: archive))
    } else {
      styles = WorkbookStyles()
    }
  }

  /// Reads a sheet by the name on its tab.
  package func sheet(_ name: String) throws(FormFileProblem) -> Sheet {
    let file = WorkbookParts(fileName: fileName)
    guard let part = parts[name] else { throw file.problem(.workbook, [name]) }
    let bytes = try file.content(part, in: archive)
    var reader = SheetReader(
      name: name, part: part, fileName: fileName, strings: strings, styles: styles, dates1904: usesDatesFrom1904,
      limits: limits)
    return Sheet(name: name, rows: try reader.read(bytes))
  }
}
