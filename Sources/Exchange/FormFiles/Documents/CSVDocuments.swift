internal import CSV
package import Expressions
internal import Forms
internal import Vietnamese

/// Turns choice lists in CSV into documents `<root><item><name/>…</item>…</root>`, one child a column.
package enum CSVDocuments {
  /// Reads a file. Rows go straight from the bytes into the document.
  package static func document(
    _ bytes: [UInt8], fileName: String, nodeLimit: Int = XMLDocuments.nodeLimit
  ) throws(FormFileProblem) -> Document {
    do throws(CSVProblem) {
      return try build(bytes, nodeLimit: nodeLimit)
    } catch {
      let position = SourcePosition(file: fileName, line: error.line, column: max(error.column, 1))
      throw FormFileProblem(.csv, at: position, [error.code.rawValue] + error.arguments)
    }
  }

  private static func build(_ bytes: [UInt8], nodeLimit: Int) throws(CSVProblem) -> Document {
    var scanner = try CSVScanner(bytes)
    var cells: [CSVCell] = []
    guard try scanner.next(into: &cells) else { throw CSVProblem(.empty, line: 1) }
    var names: [Name?] = []
    var seen: Set<String> = []
    for cell in cells {
      guard let text = scanner.text(cell) else {
        throw CSVProblem(.encoding, line: scanner.line, column: names.count + 1)
      }
      let header = ColumnName.trimmed(text.composed)
      guard header.isEmpty || seen.insert(header).inserted else {
        throw CSVProblem(.header, line: scanner.line, column: names.count + 1, [header])
      }
      names.append(header.isEmpty ? nil : Name(header))
    }
    var document = Document()
    let root = document.appendElement("root", to: .document)
    let itemName = Name("item")
    var rows = 0
    while try scanner.next(into: &cells) {
      rows += 1
      guard document.capacity + names.count < nodeLimit else {
        throw CSVProblem(.limit, line: scanner.line, ["rows", String(rows - 1)])
      }
      let item = document.appendElement(itemName, to: root)
      for (place, name) in names.enumerated() {
        guard let name else { continue }
        guard place < cells.count else {
          document.appendElement(name, to: item)
          continue
        }
        guard let text = scanner.text(cells[place]) else {
          throw CSVProblem(.encoding, line: scanner.line, column: place + 1)
        }
        document.appendElement(name, to: item, value: scanner.mayNeedComposing(cells[place]) ? text.composed : text)
      }
      for place in names.count..<max(names.count, cells.count) where !cells[place].range.isEmpty {
        throw CSVProblem(.header, line: scanner.line, column: place + 1)
      }
    }
    return document
  }
}
