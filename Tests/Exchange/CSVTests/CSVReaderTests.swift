import CSV
import TestSupport
import Testing

@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [[String]] { try CSVReader.readAll(Array(text.utf8)).map(\.fields) }

  @Test func commaSemicolonAndTab() throws {
    #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a;b,c\n1;2\n") == [["a;b", "c"], ["1;2"]])
    #expect(try rows("a;b;c,d\n1;2;3\n") == [["a", "b", "c,d"], ["1", "2", "3"]])
    #expect(try rows("a\tb\r\n1\t2") == [["a", "b"], ["1", "2"]])
    #expect(try rows("sep=;\r\na;b\r\n") == [["a", "b"]])
  }

  @Test func quotesLineEndsAndMark() throws {
    #expect(try rows("\u{FEFF}mã,tên\r\n1,\"a \"\"b\"\"\nc, d\"\r\n") == [["mã", "tên"], ["1", "a \"b\"\nc, d"]])
    #expect(try rows("a,\"\",\n") == [["a", "", ""]])
    #expect(try rows("a,\"x\" \n5\" ống,2\n") == [["a", "x"], ["5\" ống", "2"]])
    #expect(try rows("a\rb\rc") == [["a"], ["b"], ["c"]])
  }

  @Test func blankLinesAreSkippedAndLinesCounted() throws {
    let found = try CSVReader.readAll(Array("a,b\n\n\"x\ny\",2\n\r\n3,4\n".utf8))
    #expect(found.map(\.line) == [1, 3, 6])
  }

  @Test func rowsWithOtherEncodingsAreNamed() throws {
    var bytes = Array("ma,ten\n1,Đá\n2,".utf8)
    bytes += [0xD0, 0xE1]
    bytes += Array("\n3,x\n".utf8)
    var reader = try CSVReader(bytes)
    var found: [CSVRow] = []
    while let row = reader.next() { found.append(row) }
    #expect(found.map(\.problem) == [nil, nil, CSVProblem(.encoding, line: 3, column: 2), nil])
    #expect(found.last?.fields == ["3", "x"])
  }

  @Test func anOpenQuoteNamesItsLineAndReadingGoesOn() throws {
    var reader = try CSVReader(Array("a,b\n1,\"x\n2,y\n".utf8))
    var found: [CSVRow] = []
    while let row = reader.next() { found.append(row) }
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found[1].problem == CSVProblem(.quote, line: 2, column: 2))
    #expect(found[2].fields == ["2", "y"])
  }

  @Test func limitsAndWideBytes() {
    #expect(throws: CSVProblem(.encoding, line: 1, ["UTF-16"])) { try CSVReader([0xFF, 0xFE, 0x41, 0]) }
    #expect(throws: CSVProblem(.limit, line: 1, ["size", "2"])) {
      try CSVReader(Array("a,b".utf8), limits: CSVLimits(size: 2))
    }
    #expect(throws: CSVProblem(.limit, line: 1, ["columns", "2"])) {
      try CSVReader.readAll(Array("a,b,c".utf8), limits: CSVLimits(columns: 2))
    }
    #expect(throws: CSVProblem(.limit, line: 3, ["rows", "2"])) {
      try CSVReader.readAll(Array("a\nb\nc".utf8), limits: CSVLimits(rows: 2))
    }
  }

  @Test func mutatedFilesNeverTrap() throws {
    var generator = SeededGenerator(test: "CSVReaderTests")
    let source = Array("ma,\"tên \"\"x\"\"\",c\r\n1,Đá;2\t,\"\n\"\n".utf8)
    for _ in 0..<4_000 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = [UInt8(ascii: "\""), 10, 13, 0xC4, 0, UInt8(ascii: ",")].randomElement(using: &generator) ?? 0
      }
      guard var reader = try? CSVReader(bytes) else { continue }
      var count = 0
      while reader.next() != nil { count += 1 }
      #expect(count <= bytes.count)
    }
  }
}
