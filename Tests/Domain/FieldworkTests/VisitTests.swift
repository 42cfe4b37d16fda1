import Fieldwork
import Testing
import Vietnamese

@Suite("Visits")
struct VisitTests {
  static func visit(
    _ code: String, _ status: VisitStatus = .planned, day: String = "2027-01-18", commune: String = "Xã Kép",
    team: String = "Đoàn 1", label: String = "Cơ sở"
  ) -> Visit {
    Visit(
      id: code, code: code, label: label, status: status, date: CalendarDate(iso: day), team: team,
      place: Place(commune: commune, oldCommune: "Xã Quang Thịnh", oldDistrict: "Huyện Lạng Giang"),
      telephone: "0912345678")
  }

  @Test("found without accents, by any part, and by scattered words when nothing else is found")
  func finding() {
    let finder = VisitFinder([
      Self.visit("BG24-003", commune: "Xã Đại Sơn", label: "Hộ chế biến nông - lâm sản"),
      Self.visit("BG24-004", commune: "Xã Lục Nam", label: "Công ty TNHH ván ép"), Self.visit("BG24-013"),
    ])
    #expect(finder.visits(matching: "dai son").map(\.code) == ["BG24-003"])
    #expect(finder.visits(matching: "VÁN").map(\.code) == ["BG24-004"])
    #expect(finder.visits(matching: "bg24-01").map(\.code) == ["BG24-013"])
    #expect(finder.visits(matching: "lang giang").count == 3)
    #expect(finder.visits(matching: "0912345").count == 3)
    #expect(finder.visits(matching: " ").count == 3)
    #expect(finder.visits(matching: "nam ep").map(\.code) == ["BG24-004"])
    #expect(finder.visits(matching: "xyz").isEmpty)
    #expect(finder.visits(matching: "nam xyz").isEmpty)
  }

  @Test("grouped by day, commune or team, those without at the end")
  func grouping() {
    let visits = [
      Self.visit("B-10", day: "2027-01-19", commune: "Xã Đại Sơn", team: "Đoàn 10"),
      Self.visit("B-2", day: "", commune: "", team: ""), Self.visit("B-9", .done, team: "Đoàn 2"),
      Self.visit("B-1", day: "2027-01-19", commune: "Xã Bảo Đài", team: "Đoàn 2"),
    ]
    let days = VisitGroup.groups(of: visits, by: .day)
    #expect(days.map(\.key) == ["2027-01-18", "2027-01-19", ""].map { .day(CalendarDate(iso: $0)) })
    #expect(days.map { $0.visits.map(\.code) } == [["B-9"], ["B-1", "B-10"], ["B-2"]])
    #expect(days[0].progress.settled == 1)
    let communes = VisitGroup.groups(of: visits, by: .commune)
    #expect(communes.map(\.key) == [.commune("Xã Bảo Đài"), .commune("Xã Đại Sơn"), .commune("Xã Kép"), .commune(nil)])
    let teams = VisitGroup.groups(of: visits, by: .team)
    #expect(teams.map(\.key) == [.team("Đoàn 2"), .team("Đoàn 10"), .team(nil)])
    #expect(VisitGroup.groups(of: [], by: .day).isEmpty)
    #expect(VisitGrouping.allCases.map(\.next) == [.commune, .team, .day])
  }

  @Test("progress counts what needs nothing more")
  func progress() throws {
    let visits =
      VisitStatus.allCases.map { Self.visit("V\($0.rawValue)", $0) } + [Self.visit("X", .done, day: "2027-01-19")]
    let progress = Progress(of: visits)
    #expect(progress.total == 8 && progress.settled == 6 && progress.count(.done) == 2 && progress.share == 0.75)
    let day = Progress(of: visits, on: try #require(CalendarDate(iso: "2027-01-19")))
    #expect(day.total == 1 && day.settled == 1)
    #expect(Progress(of: []).share == 0)
    #expect(VisitStatus.allCases.filter(\.isReasonForNone) == [.refused, .absent, .closed, .moved])
    #expect(VisitStatus(rawValue: "in_progress") == .inProgress)
  }

  @Test("codes are ordered as people count")
  func codeOrder() {
    let codes = ["BG24-1", "BG24-2", "BG24-010", "BG24-100", "BN1-5", "Đ-1"]
    let visits = codes.reversed().map { Self.visit($0) }
    #expect(visits.orderedByCode().map(\.code) == codes)
  }
}
