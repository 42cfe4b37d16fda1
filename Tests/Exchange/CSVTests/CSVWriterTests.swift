import CSV
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private func written(_ rows: [[String]], safe: Bool = true) -> String {
    var writer = CSVWriter(isFormulaSafe: safe)
    for row in rows { writer.append(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func quotesOnlyWhereNeeded() {
    #expect(written([["a", "b c", "d,e", "f\"g", "h\ni", ""]]) == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\r\n")
  }

  @Test func formulasAreGuarded() {
    #expect(
      written([["=1+1", "+84912", "-5", "-5.5", "@x", "+a", "-", "--1"]]) == "'=1+1,+84912,-5,-5.5,'@x,'+a,'-,'--1\r\n")
    #expect(written([["=1"]], safe: false) == "=1\r\n")
  }

  @Test func byteOrderMarkOnRequest() {
    #expect(CSVWriter(byteOrderMark: true).bytes == [0xEF, 0xBB, 0xBF])
  }

  @Test func whatIsWrittenReadsBack() throws {
    var generator = SeededGenerator(test: "CSVWriterTests")
    let alphabet: [Character] = ["a", ",", ";", "\t", "\"", "\n", "\r\n", "Đ", " ", "="]
    for _ in 0..<1_000 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) }
          )
        }
      }
      var writer = CSVWriter(isFormulaSafe: false)
      writer.append(["x", "y", "z"])
      for row in rows { writer.append(row) }
      let back = try CSVReader.readAll(writer.bytes, delimiter: UInt8(ascii: ","))
      #expect(back.dropFirst().map(\.fields) == rows)
    }
  }
}
