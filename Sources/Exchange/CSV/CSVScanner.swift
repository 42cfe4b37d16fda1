/// Where one cell lies in the bytes.
package struct CSVCell: Sendable {
  /// The content without the quotes.
  package var range: Range<Int>
  /// Whether quotes are doubled inside, so that the bytes are not yet the content.
  package var isEscaped: Bool
  /// Whether the cell holds anything but ASCII.
  package var hasNonASCII: Bool
}

/// The byte level of the CSV reader: one row at a time as ranges, without making strings.
package struct CSVScanner {
  /// The file.
  package let bytes: [UInt8]
  /// The byte between cells.
  package let delimiter: UInt8
  /// The line on which the row returned last began.
  package private(set) var line = 0
  private var index: Int
  private var nextLine = 1
  private let limits: CSVLimits

  /// A scanner of a whole file; detects `,` `;` or tab in the first line when no delimiter is given.
  package init(_ bytes: [UInt8], delimiter: UInt8? = nil, limits: CSVLimits = CSVLimits()) throws(CSVProblem) {
    guard bytes.count <= limits.size else { throw CSVProblem(.limit, line: 1, ["size", String(limits.size)]) }
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0) {
      throw CSVProblem(.encoding, line: 1, ["UTF-16"])
    }
    var found = delimiter
    if bytes.count >= start + 5, bytes[start..<(start + 4)].elementsEqual("sep=".utf8) {
      // Excel writes `sep=;` as a first line of its own.
      found = found ?? bytes[start + 4]
      start += 5
      while start < bytes.count, bytes[start] == 13 || bytes[start] == 10 {
        if bytes[start] == 10 { nextLine += 1 }
        start += 1
      }
    }
    self.bytes = bytes
    self.delimiter = found ?? Self.detect(bytes, from: start)
    self.limits = limits
    index = start
  }

  /// The delimiter that the first line holds most often outside quotes; a comma when there is none.
  static func detect(_ bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 10 || byte == 13 { break }
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 9 { counts[byte, default: 0] += 1 }
      }
      index += 1
    }
    let order: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    var best = UInt8(ascii: ",")
    for candidate in order where counts[candidate, default: 0] > counts[best, default: 0] { best = candidate }
    return best
  }

  /// Fills `cells` with the next row that is not blank; false at the end of the file.
  package mutating func next(into cells: inout [CSVCell]) throws(CSVProblem) -> Bool {
    while index < bytes.count {
      cells.removeAll(keepingCapacity: true)
      line = nextLine
      let failure = row(into: &cells)
      if let failure { throw failure }
      if cells.count > 1 || cells.first.map({ !$0.range.isEmpty }) == true { return true }
    }
    return false
  }

  /// Passes to the next physical line after a problem, so that reading can go on.
  package mutating func recover() {
    while index < bytes.count && bytes[index] != 10 { index += 1 }
    index = min(index + 1, bytes.count)
    nextLine = line + 1
  }

  private mutating func row(into cells: inout [CSVCell]) -> CSVProblem? {
    let rowStart = index
    let outcome = bytes.withUnsafeBufferPointer { buffer -> (end: Int, lines: Int, problem: CSVProblem?) in
      var place = rowStart
      var lines = 0
      while true {
        guard cells.count < limits.columns else {
          return (place, lines, CSVProblem(.limit, line: line, ["columns", String(limits.columns)]))
        }
        if place < buffer.count && buffer[place] == UInt8(ascii: "\"") {
          guard let after = Self.quoted(buffer, place, delimiter, &lines, &cells) else {
            return (rowStart, 0, CSVProblem(.quote, line: line, column: cells.count + 1))
          }
          place = after
        } else {
          place = Self.plain(buffer, place, delimiter, &cells)
        }
        guard place < buffer.count else { return (place, lines, nil) }
        let byte = buffer[place]
        place += 1
        if byte == delimiter { continue }
        if byte == 13 && place < buffer.count && buffer[place] == 10 { place += 1 }
        return (place, lines + 1, nil)
      }
    }
    index = outcome.end
    nextLine = line + outcome.lines
    return outcome.problem
  }

  /// A cell without quotes; returns the offset of what ends it.
  private static func plain(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ delimiter: UInt8, _ cells: inout [CSVCell]
  ) -> Int {
    var place = start
    var union: UInt8 = 0
    while place < buffer.count {
      let byte = buffer[place]
      if byte == delimiter || byte == 10 || byte == 13 { break }
      union |= byte
      place += 1
    }
    cells.append(CSVCell(range: start..<place, isEscaped: false, hasNonASCII: union >= 0x80))
    return place
  }

  /// A cell in quotes; nil when the closing quote is missing or text follows it. White space behind it is ignored.
  private static func quoted(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ delimiter: UInt8, _ lines: inout Int,
    _ cells: inout [CSVCell]
  ) -> Int? {
    var place = start + 1
    var isEscaped = false
    var union: UInt8 = 0
    let quote = UInt8(ascii: "\"")
    while place < buffer.count {
      let byte = buffer[place]
      if byte == quote {
        guard place + 1 < buffer.count, buffer[place + 1] == quote else { break }
        isEscaped = true
        place += 1
      } else if byte == 10 || byte == 13 && !(place + 1 < buffer.count && buffer[place + 1] == 10) {
        lines += 1
      }
      union |= byte
      place += 1
    }
    guard place < buffer.count else { return nil }
    let end = place
    place += 1
    while place < buffer.count {
      let byte = buffer[place]
      if byte == delimiter || byte == 10 || byte == 13 { break }
      guard byte == 0x20 || byte == 9 else { return nil }
      place += 1
    }
    cells.append(CSVCell(range: (start + 1)..<end, isEscaped: isEscaped, hasNonASCII: union >= 0x80))
    return place
  }

  /// The content of a cell as UTF-8; nil when the bytes are not UTF-8.
  package func text(_ cell: CSVCell) -> String? {
    if cell.isEscaped { return String(validating: unescaped(cell), as: UTF8.self) }
    return bytes.withUnsafeBufferPointer { buffer in
      let content = UnsafeBufferPointer(rebasing: buffer[cell.range])
      return cell.hasNonASCII
        ? String(validating: content, as: UTF8.self) : String(decoding: content, as: UTF8.self)
    }
  }

  /// Whether a cell holds anything but ASCII, Latin letters and Vietnamese letters in one piece, so that it may have to
  /// be composed.
  package func mayNeedComposing(_ cell: CSVCell) -> Bool {
    guard cell.hasNonASCII else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      var place = cell.range.lowerBound
      while place < cell.range.upperBound {
        let byte = buffer[place]
        if byte < 0x80 {
          place += 1
        } else if byte < 0xCC {
          place += 2
        } else if byte == 0xE1, place + 1 < cell.range.upperBound, (0xB8...0xBB).contains(buffer[place + 1]) {
          place += 3
        } else {
          return true
        }
      }
      return false
    }
  }

  /// The content of a cell with what is not UTF-8 replaced by U+FFFD.
  package func repairedText(_ cell: CSVCell) -> String {
    cell.isEscaped
      ? String(decoding: unescaped(cell), as: UTF8.self) : String(decoding: bytes[cell.range], as: UTF8.self)
  }

  private func unescaped(_ cell: CSVCell) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(cell.range.count)
    var place = cell.range.lowerBound
    while place < cell.range.upperBound {
      output.append(bytes[place])
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return output
  }
}
