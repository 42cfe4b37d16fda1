import Archive
import FormFiles
import Forms
import TestSupport
import Testing

@Suite struct XLSFormHostileTests {
  private func problem(_ bytes: [UInt8]) -> FormFileProblem? {
    do throws(FormFileProblem) {
      return try FormFiles.load(bytes, format: .xlsx, fileName: "x.xlsx").problems.first
    } catch { return error }
  }

  @Test func aMillionRowsAreRefused() throws {
    var builder = WorkbookBuilder()
    let row = "<row><c><v>1</v></c></row>"
    builder.sheets.append(("survey", "<sheetData>" + String(repeating: row, count: 1_000_000) + "</sheetData>"))
    #expect(problem(builder.bytes)?.arguments.prefix(2) == ["zip-limit", "ratio"])
  }

  @Test func sheetLimitsNameTheirPlace() throws {
    var builder = WorkbookBuilder()
    builder.add("survey", (0..<300).map { ["\($0)", "x"] })
    func refusal(_ limits: Workbook.Limits) -> FormFileProblem? {
      do throws(FormFileProblem) {
        _ = try Workbook(builder.bytes, fileName: "x.xlsx", limits: limits).sheet("survey")
        return nil
      } catch { return error }
    }
    #expect(refusal(Workbook.Limits()) == nil)
    #expect(refusal(Workbook.Limits(rows: 200))?.position.cell == "survey!A201")
    #expect(refusal(Workbook.Limits(cells: 200))?.arguments == ["cells", "200"])
    #expect(refusal(Workbook.Limits(text: 50))?.arguments == ["text", "50"])
    builder.sharedStrings = ["<t>a</t>", "<t>b</t>", "<t>c</t>"]
    #expect(refusal(Workbook.Limits(strings: 3)) == nil)
    #expect(refusal(Workbook.Limits(strings: 2))?.arguments == ["strings", "2"])
  }

  @Test func entitiesAndDoctypesAreRefused() {
    var builder = WorkbookBuilder()
    builder.sheets.append(("survey", "<sheetData><row><c t=\"str\"><v>&lol;</v></c></row></sheetData>"))
    #expect(problem(builder.bytes)?.code == .workbookPart)
    #expect(problem(builder.bytes)?.arguments.prefix(2) == ["xl/worksheets/s0.xml", "xml-entity"])
    var writer = ArchiveWriter()
    writer.add(
      "xl/workbook.xml", Array("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><workbook>&a;</workbook>".utf8))
    #expect(problem(writer.finished())?.code == .workbookPart)
    #expect(problem(writer.finished())?.arguments.prefix(2) == ["xl/workbook.xml", "xml-doctype"])
    builder.sheets = [("survey", "<sheetData><row><c t=\"str\"><v>x")]
    #expect(problem(builder.bytes)?.arguments.prefix(2) == ["xl/worksheets/s0.xml", "xml-mismatch"])
    #expect(problem(Array("not a zip".utf8))?.code == .archive)
    #expect(problem([])?.code == .archive)
  }

  @Test func mutatedWorkbooksNeverTrap() {
    var generator = SeededGenerator(test: "XLSFormHostileTests")
    let xml = """
      <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c><c r="B1" t="s"><v>0</v></c></row>
      <row r="2"><c r="A2" s="1"><v>45000.5</v></c><c r="B2" t="str"><f>x</f><v>a</v></c></row></sheetData>
      """
    let source = Array(xml.utf8)
    let marks = Array("<>\"'=/&;0123456789ABZrs".utf8)
    for _ in 0..<800 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[place] = marks[Int.random(in: 0..<marks.count, using: &generator)]
        } else {
          bytes.remove(at: place)
        }
      }
      var builder = WorkbookBuilder()
      builder.sharedStrings = ["<t>name</t>"]
      builder.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"
      builder.sheets.append(("survey", String(decoding: bytes, as: UTF8.self)))
      _ = problem(builder.bytes)
    }
  }
}
