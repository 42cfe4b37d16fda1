import CSV
import Fieldwork
import JSON
import Testing
import Vietnamese

@Suite("Visit lists")
struct VisitListTests {
  static let heading = [
    "ma", "ten_co_so", "ma_so_thue", "xa", "xa_ten", "xa_cu", "huyen_cu", "dia_chi", "dien_thoai", "ngay_hen", "doan",
    "phieu", "may_moc",
  ]
  static let good = [
    "BG24-001", "HTX cơ khí Phúc Hòa", "", "07330", "Xã Phúc Hòa", "Xã Phúc Hòa", "Huyện Tân Yên", "Thôn 5",
    "+84 976 721 391", "18/01/2027", "Đoàn 2", "khao_sat_co_so hau_kiem", "Máy cơ khí",
  ]

  static func row(_ line: Int, _ changes: [Int: String] = [:]) -> VisitListRow {
    var cells = good
    cells[0] = "BG24-00\(line)"
    for (place, text) in changes { cells[place] = text }
    return VisitListRow(line: line, cells: cells)
  }

  static func read(
    _ rows: [VisitListRow], heading: [String] = heading,
    reader: VisitListReader = VisitListReader(
      knownForms: ["khao_sat_co_so", "hau_kiem"], referenceYear: 2027)
  ) -> VisitList {
    reader.read([VisitListRow(line: 1, cells: heading)] + rows)
  }

  @Test("a good row becomes a visit with all its columns")
  func goodRow() throws {
    let list = Self.read([Self.row(2)])
    #expect(list.problems.isEmpty && !list.hasErrors)
    let visit = try #require(list.visits.first)
    #expect(visit.id == "BG24-002" && visit.code == "BG24-002" && visit.label == "HTX cơ khí Phúc Hòa")
    #expect(visit.date == CalendarDate(iso: "2027-01-18") && visit.team == "Đoàn 2" && visit.status == .planned)
    #expect(visit.telephone == "0976721391" && visit.forms == ["khao_sat_co_so", "hau_kiem"])
    #expect(visit.place.commune == "Xã Phúc Hòa" && visit.place.communeCode == "07330")
    #expect(visit.place.formerNames == ["Huyện Tân Yên"])
    #expect(visit.fields["may_moc"] == "Máy cơ khí" && visit.fields.count == Self.heading.count)
  }

  @Test("each bad row is named with its line and reason, the good ones are kept")
  func badRows() {
    let list = Self.read([
      Self.row(2), Self.row(3, [9: "31/02/2027"]), Self.row(4, [0: "bg24-002"]), Self.row(5, [1: " "]),
      Self.row(6, [0: ""]), Self.row(7, [11: "khao_sat la_la"]), Self.row(8, [11: ""]),
      VisitListRow(line: 9, cells: ["x", "y"]), VisitListRow(line: 10, cells: [], isUnreadable: true),
      VisitListRow(line: 11, cells: Array(repeating: " ", count: 13)), Self.row(12),
    ])
    #expect(list.visits.map(\.code) == ["BG24-002", "BG24-0012"])
    #expect(list.hasErrors)
    let date = TextProblem.day(31, month: 2, year: 2027)
    let expected: [VisitListProblem] = [
      VisitListProblem(line: 3, .badDate("31/02/2027", date)),
      VisitListProblem(line: 4, .repeatedCode("bg24-002", firstLine: 2)), VisitListProblem(line: 5, .noLabel),
      VisitListProblem(line: 6, .noCode), VisitListProblem(line: 7, .unknownForm("khao_sat")),
      VisitListProblem(line: 7, .unknownForm("la_la")), VisitListProblem(line: 8, .noForms),
      VisitListProblem(line: 9, .cellCount(found: 2, expected: 13)), VisitListProblem(line: 10, .unreadable),
    ]
    #expect(list.problems == expected)
  }

  @Test("doubts are named, and the row is taken")
  func doubts() {
    let list = Self.read([
      Self.row(2, [9: ""]), Self.row(3, [9: "8/1/27"]), Self.row(4, [8: "0123456789"]), Self.row(5, [2: "0100233489"]),
    ])
    #expect(list.visits.count == 4 && !list.hasErrors)
    #expect(list.problems.map(\.code) == ["no-date", "assumed-year", "bad-telephone", "bad-tax-code"])
    #expect(list.visits[1].date?.iso == "2027-01-08")
    #expect(list.visits[2].telephone == "0123456789")
  }

  @Test("a list without its columns is refused as a whole")
  func columns() {
    let missing = Self.read([Self.row(2)], heading: ["ma", "b"] + Self.heading.dropFirst(2))
    #expect(missing.visits.isEmpty && missing.problems == [VisitListProblem(line: 1, .missingColumn(.label))])
    let repeated = Self.read([Self.row(2)], heading: Self.heading.dropLast() + ["ma"])
    #expect(repeated.problems == [VisitListProblem(line: 1, .repeatedHeading("ma"))])
    let twice = Self.read([], heading: ["Mã cơ sở", "Code", "Tên", "Ngày hẹn", "Phiếu"])
    #expect(twice.problems == [VisitListProblem(line: 1, .repeatedColumn(.code, heading: "Code"))])
    let empty = VisitListReader(referenceYear: 2027).read([VisitListRow(line: 1, cells: ["", " "])])
    #expect(empty.problems == [VisitListProblem(line: 0, .empty)])
  }

  @Test("headings are known in other spellings; a list may leave the forms to the reader")
  func aliases() throws {
    let reader = VisitListReader(defaultForms: ["khao_sat_co_so"], referenceYear: 2027, allowsShortRows: true)
    let list = reader.read([
      VisitListRow(line: 1, cells: ["\u{FEFF}Mã", "TÊN CƠ SỞ", "Ngày hẹn", "Xã/phường", "Số điện thoại", "Ghi chú"]),
      VisitListRow(line: 2, cells: ["A1", "Cơ sở một", "46405", "Xã Kép"]),
      VisitListRow(line: 3, cells: ["A2", "Cơ sở hai", "2027-01-19T00:00:00", "Xã Kép", "0912345678", "x", ""]),
    ])
    #expect(list.problems.isEmpty)
    #expect(list.visits.map(\.date?.iso) == ["2027-01-18", "2027-01-19"])
    #expect(list.visits.map(\.forms) == [["khao_sat_co_so"], ["khao_sat_co_so"]])
    #expect(list.visits[1].fields["Ghi chú"] == "x" && list.visits[0].fields["Ghi chú"]?.isEmpty == true)
    #expect(VisitColumn(heading: "Ward") == .commune && VisitColumn(heading: "gì đó") == nil)
  }

  @Test("a list read through the CSV reader")
  func csv() throws {
    let text = "ma;ten_co_so;ngay_hen;phieu\nA1;\"Công ty CP chế biến lâm sản; gỗ\";18/01/2027;khao_sat_co_so\n"
    var reader = try CSVReader(Array(text.utf8))
    var rows: [VisitListRow] = []
    while let row = reader.next() {
      rows.append(VisitListRow(line: row.line, cells: row.fields, isUnreadable: row.problem != nil))
    }
    let list = VisitListReader(referenceYear: 2027).read(rows)
    #expect(list.problems.isEmpty)
    #expect(list.visits.map(\.label) == ["Công ty CP chế biến lâm sản; gỗ"])
  }

  @Test("a visit goes through JSON unchanged")
  func json() throws {
    let visit = try #require(Self.read([Self.row(2)]).visits.first)
    #expect(Visit(json: visit.json) == visit)
    let bare = Visit(id: "7f3a", code: "", label: "Mới", status: .absent)
    #expect(bare.json.serialised() == #"{"visit":"7f3a","code":"","label":"Mới","status":"absent"}"#)
    #expect(Visit(json: bare.json) == bare)
    #expect(Visit(json: ["code": "x"]) == nil)
  }
}
