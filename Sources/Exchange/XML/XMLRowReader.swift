extension XMLReader {
  /// Reads `<item>` rows of plain cells up to the end tag of the element whose start was returned last, which is next
  /// then. Gives nil, and reads nothing, when anything else is met: attributes, prefixes, comments, deeper elements,
  /// mistakes. Those are for the general way.
  mutating func plainRows() -> XMLRows? {
    var list = XMLRowScan(scanner: scanner, start: index, tracker: tracker, limit: limits.elements)
    guard let end = list.read() else { return nil }
    index = end
    tracker = list.tracker
    return list.rows
  }
}

/// The reading of plain rows, byte by byte.
private struct XMLRowScan {
  private let scanner: XMLScanner
  private var index: Int
  private(set) var tracker: PositionTracker
  private(set) var rows = XMLRows()
  /// The bytes of the names of cells.
  private var names: [[UInt8]] = []
  private let limit: Int
  private static let item = Array("item".utf8)

  init(scanner: XMLScanner, start: Int, tracker: PositionTracker, limit: Int) {
    self.scanner = scanner
    self.limit = limit
    index = start
    self.tracker = tracker
  }

  /// Reads all rows; gives the place of the end tag behind them.
  mutating func read() -> Int? {
    while true {
      index = scanner.skipSpace(from: index)
      guard let start = tag() else { return nil }
      if scanner.bytes[start] == UInt8(ascii: "/") { return rows.rows.isEmpty ? nil : start - 1 }
      guard let end = open(Self.item, at: start) else { return nil }
      let position = tracker.position(of: start - 1, in: scanner.bytes)
      index = end
      let first = rows.cells.count
      guard readCells() else { return nil }
      rows.rows.append(XMLRows.Row(position: position, cells: first..<rows.cells.count))
    }
  }

  /// Reads cells up to the end of the row; false when it is no plain row with a name.
  private mutating func readCells() -> Bool {
    var hasName = false
    while true {
      index = scanner.skipSpace(from: index)
      guard let start = tag() else { return false }
      if scanner.bytes[start] == UInt8(ascii: "/") {
        guard let end = open(Self.item, at: start + 1) else { return false }
        index = end
        return hasName
      }
      guard rows.rows.count + rows.cells.count + 3 <= limit, let cell = readCell(at: start) else { return false }
      if rows.names[cell.name] == "name" { hasName = true }
      rows.cells.append(cell)
    }
  }

  private mutating func readCell(at start: Int) -> XMLRows.Cell? {
    guard let name = name(at: start) else { return nil }
    let position = tracker.position(of: start - 1, in: scanner.bytes)
    let textStart = start + names[name].count + 1
    let textEnd = scanner.find(UInt8(ascii: "<"), from: textStart)
    guard textEnd + 1 < scanner.bytes.count, scanner.bytes[textEnd + 1] == UInt8(ascii: "/"),
      let end = open(names[name], at: textEnd + 2), let text = try? scanner.text(textStart..<textEnd)
    else { return nil }
    index = end
    return XMLRows.Cell(name: name, text: text, position: position)
  }

  /// The place behind `<` when a tag is next.
  private func tag() -> Int? {
    guard index + 1 < scanner.bytes.count, scanner.bytes[index] == UInt8(ascii: "<") else { return nil }
    return index + 1
  }

  /// The place behind `>` when the tag is nothing but a name.
  private func open(_ name: [UInt8], at start: Int) -> Int? {
    let end = start + name.count
    guard end < scanner.bytes.count, scanner.bytes[end] == UInt8(ascii: ">") else { return nil }
    for place in name.indices where scanner.bytes[start + place] != name[place] { return nil }
    return end + 1
  }

  /// The name of the cell whose start tag begins here, when that is nothing but a name without prefix.
  private mutating func name(at start: Int) -> Int? {
    // Cells mostly have the name that followed last time.
    let expected = rows.cells.last.map { $0.name + 1 } ?? 0
    if expected < names.count, open(names[expected], at: start) != nil { return expected }
    if let known = names.indices.first(where: { open(names[$0], at: start) != nil }) { return known }
    guard names.count < Self.nameLimit, let end = try? scanner.nameEnd(from: start), end < scanner.bytes.count,
      scanner.bytes[end] == UInt8(ascii: ">"), !scanner.bytes[start..<end].contains(UInt8(ascii: ":"))
    else { return nil }
    names.append(Array(scanner.bytes[start..<end]))
    rows.names.append(scanner.string(start..<end))
    return names.count - 1
  }

  /// Lists of more columns are read the general way.
  private static let nameLimit = 64
}
