internal import Forms
internal import XML

/// Reads the XML of one sheet as a stream, so that an enormous sheet is refused before it is held.
struct SheetReader {
  let name: String
  /// Where the sheet lies in the archive.
  let part: String
  let fileName: String
  let strings: [String]
  let styles: WorkbookStyles
  let dates1904: Bool
  let limits: Workbook.Limits
  private var cellCount = 0
  private var textBytes = 0

  init(
    name: String, part: String, fileName: String, strings: [String], styles: WorkbookStyles, dates1904: Bool,
    limits: Workbook.Limits
  ) {
    self.name = name
    self.part = part
    self.fileName = fileName
    self.strings = strings
    self.styles = styles
    self.dates1904 = dates1904
    self.limits = limits
  }

  /// What a cell element says before its value is read.
  private struct CellHead {
    var column = 0
    var type = "n"
    var style = 0
  }

  mutating func read(_ bytes: [UInt8]) throws(FormFileProblem) -> [Sheet.Row] {
    var rows: [Sheet.Row] = []
    var problem: FormFileProblem?
    do throws(XMLProblem) {
      var reader = try XMLReader(bytes)
      while problem == nil, let event = try reader.next() {
        guard case .start(let element, let attributes) = event, element.local == "row" else { continue }
        let number = attribute("r", attributes).flatMap { Int($0) } ?? (rows.last?.number ?? 0) + 1
        guard rows.count < limits.rows, number > rows.last?.number ?? 0, number <= 1_048_576 else {
          problem = limit("rows", limits.rows, row: number)
          break
        }
        let cells = try readRow(&reader, number: number, problem: &problem)
        if !cells.isEmpty { rows.append(Sheet.Row(number: number, cells: cells)) }
      }
    } catch {
      throw FormFileProblem(
        .workbookPart, at: SourcePosition(file: fileName),
        [part, error.code.rawValue, error.position.description] + error.arguments)
    }
    if let problem { throw problem }
    return rows
  }

  private func limit(_ what: String, _ limit: Int, row: Int) -> FormFileProblem {
    let position = SourcePosition(file: fileName, line: row, cell: "\(name)!A\(row)")
    return FormFileProblem(.limit, at: position, [what, String(limit)])
  }

  private func attribute(_ name: String, _ attributes: [XMLAttribute]) -> String? {
    attributes.first { $0.name.local == name }?.value
  }

  private mutating func readRow(
    _ reader: inout XMLReader, number: Int, problem: inout FormFileProblem?
  ) throws(XMLProblem) -> [Sheet.Cell] {
    var cells: [Sheet.Cell] = []
    let outside = reader.depth - 1
    var next = 0
    while reader.depth > outside {
      guard let event = try reader.next() else { break }
      guard case .start(let element, let attributes) = event else { continue }
      guard element.local == "c" else {
        try reader.skipElement()
        continue
      }
      var head = CellHead()
      head.column = attribute("r", attributes).flatMap { Sheet.place($0).column } ?? next
      head.type = attribute("t", attributes) ?? "n"
      head.style = attribute("s", attributes).flatMap { Int($0) } ?? 0
      next = head.column + 1
      guard head.column < limits.columns else {
        try reader.skipElement()
        continue
      }
      guard let cell = try readCell(&reader, head) else { continue }
      cellCount += 1
      textBytes += cell.text.utf8.count
      if cellCount > limits.cells || textBytes > limits.text {
        problem =
          cellCount > limits.cells
          ? limit("cells", limits.cells, row: number) : limit("text", limits.text, row: number)
        return cells
      }
      cells.append(cell)
    }
    return cells
  }

  private func readCell(_ reader: inout XMLReader, _ head: CellHead) throws(XMLProblem) -> Sheet.Cell? {
    let outside = reader.depth - 1
    var value: String?
    var inline: String?
    var hasFormula = false
    while reader.depth > outside {
      guard let event = try reader.next() else { break }
      guard case .start(let element, _) = event else { continue }
      switch element.local {
      case "v": value = try reader.elementText()
      case "t": inline = (inline ?? "") + (try reader.elementText())
      case "f":
        hasFormula = true
        try reader.skipElement()
      case "rPh": try reader.skipElement()
      default: break
      }
    }
    if let inline {
      let text = CellText.cleaned(inline)
      return text.isEmpty ? nil : Sheet.Cell(column: head.column, text: text, isError: false)
    }
    guard let value, !value.isEmpty else {
      return hasFormula && head.type != "str" ? Sheet.Cell(column: head.column, text: "=", isError: true) : nil
    }
    switch head.type {
    case "s":
      guard let place = Int(value), strings.indices.contains(place) else {
        return Sheet.Cell(column: head.column, text: value, isError: true)
      }
      return strings[place].isEmpty ? nil : Sheet.Cell(column: head.column, text: strings[place], isError: false)
    case "b": return Sheet.Cell(column: head.column, text: value == "1" ? "TRUE" : "FALSE", isError: false)
    case "e": return Sheet.Cell(column: head.column, text: value, isError: true)
    case "n":
      let text = styles.showsDate(head.style) ? CellNumber.date(value, dates1904: dates1904) : nil
      return Sheet.Cell(column: head.column, text: text ?? CellNumber.plain(value), isError: false)
    default:
      let text = CellText.cleaned(value)
      return text.isEmpty ? nil : Sheet.Cell(column: head.column, text: text, isError: false)
    }
  }
}
