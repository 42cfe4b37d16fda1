import Archive
import FormFiles
import Testing
import Workbooks

/// What is written is read back by the reader of workbooks.
@Suite struct WorkbookWriterTests {
  private func read(_ writer: WorkbookWriter) throws -> Workbook { try Workbook(writer.finished(), fileName: "b.xlsx") }

  @Test func textsStayTextsAndNumbersBecomeNumbers() throws {
    var writer = WorkbookWriter()
    let rows = [
      ["mã", "số", "lời"], ["0104", "12.5", "=1+1"], ["", "007", "Đại Sơn"], ["x", "-3", "+CMD|' /C calc'!A0"],
      ["y", "1e5", "a\nb"], ["z", "1234567890123456", ""],
    ]
    writer.add("bảng", rows: rows, numbers: [0, 1])
    let sheet = try read(writer).sheet("bảng")
    let found = sheet.rows.map { row in (0..<3).map { row.text($0) ?? "" } }
    #expect(found == rows)
    let part = try ArchiveReader(writer.finished()).content(of: "xl/worksheets/sheet1.xml")
    let xml = String(decoding: part, as: UTF8.self)
    // Of the numbers only those that a spreadsheet would show as they are; never in a column of texts.
    #expect(xml.split(separator: "<v>").count == 3 && xml.contains("<v>12.5</v>") && xml.contains("<v>-3</v>"))
    #expect(!xml.contains("<f>"))
  }

  @Test func namesOfSheetsAreLegalAndDiffer() throws {
    var writer = WorkbookWriter()
    for name in ["a/b[1]", "ab1", "AB1", "", String(repeating: "dài ", count: 20)] { writer.add(name, rows: [["x"]]) }
    let names = try read(writer).sheetNames
    #expect(names[0] == "ab1" && names[1] == "ab1 2" && names[2] == "AB1 3" && names[3] == "sheet")
    #expect(Set(names).count == 5 && names.allSatisfy { $0.count <= 31 })
  }

  @Test func aTextThatIsTooLongForACellIsCutWithASign() throws {
    var writer = WorkbookWriter()
    writer.add("s", rows: [["đầu"], [String(repeating: "ế", count: 40_000)]])
    let text = try #require(try read(writer).sheet("s").rows.last?.text(0))
    #expect(text.hasSuffix("…") && text.utf16.count <= 32_767)
  }
}
