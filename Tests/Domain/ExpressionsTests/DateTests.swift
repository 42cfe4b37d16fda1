import Expressions
import FoundationEssentials
import Testing

@Suite struct DateTests {
  private func text(_ expression: String, zone: Zone = .fixed(minutes: 420), language: String = "en") throws -> String {
    var scope = Scope.sample
    scope.moment.zone = zone
    scope.language = language
    return try Formula(parsing: expression).text(in: scope)
  }

  @Test func daysAndDatesAreInverse() {
    for days in stride(from: -800_000, through: 800_000, by: 137) {
      let date = CivilDate(days: days)
      #expect(date.days == days)
      #expect(CivilDate(checkedYear: date.year, month: date.month, day: date.day) == date)
    }
    #expect(CivilDate(checkedYear: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(days: 0).weekday == 4)
  }

  @Test(arguments: [
    ("today()", "2026-11-20"), ("today() + 1", "20778"), ("format-date-time(now(), '%H:%M')", "08:00"),
    ("'2024-03-01' - '2024-02-28'", "2"), ("'2024-03-01T12:00:00.000+07:00' - '2024-03-01T00:00:00.000+07:00'", "0.5"),
    ("date('2024-02-30') ", "error"), ("date('')", ""), ("int((today() - '2000-11-21') div 365.25)", "25"),
    ("format-date('2026-11-05', '%a %e %b %y')", "Thu 5 Nov 26"), ("decimal-time('18:00')", "0.75"),
    ("decimal-date-time('2026-11-20T00:00:00.000+07:00')", "20776.708333333332"), ("date('2026-1-5')", "2026-01-05"),
    ("concat('a', decimal-date-time(''))", "a"), ("concat('a', decimal-time(''))", "a"),
    ("decimal-date-time('') + 1", "NaN"), ("decimal-time(number('x'))", "NaN"),
  ])
  func datesAreDays(expression: String, expected: String) throws {
    if expected == "error" {
      #expect(throws: ExpressionProblem.self) { try text(expression) }
    } else {
      #expect(try text(expression) == expected)
    }
  }

  @Test func monthsAndDaysHaveVietnameseNames() throws {
    #expect(try text("format-date('2026-11-05', '%a %d %b')", language: "Tiếng Việt (vi)") == "T5 05 thg 11")
  }

  @Test func typedLeavesAreDates() throws {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    document.setType(document.appendElement("d", to: root, value: "2026-11-19"), .date)
    document.setType(document.appendElement("dt", to: root, value: "2026-11-19T23:30:00.000+07:00"), .dateTime)
    document.setType(document.appendElement("n", to: root, value: "0"), .integer)
    document.setType(document.appendElement("e", to: root, value: ""), .date)
    let scope = Scope.sample(document)
    #expect(try Formula(parsing: "/data/d < today()").truth(in: scope))
    #expect(try Formula(parsing: "today() - /data/d").text(in: scope) == "1")
    #expect(try Formula(parsing: "/data/dt").text(in: scope) == "2026-11-19")
    #expect(try Formula(parsing: "if(/data/n, 'a', 'b')").text(in: scope) == "b")
    #expect(try Formula(parsing: "coalesce(/data/e, 'none')").text(in: scope) == "none")
  }

  /// Central European time: the rule for the years after the listed transitions.
  @Test func zonesFollowTheirRule() throws {
    let zone = try #require(Zone(tzif: Self.file(footer: "CET-1CEST,M3.5.0,M10.5.0/3"), name: "Test"))
    #expect(zone.offset(at: 1_795_136_400) == 3600)
    #expect(zone.offset(at: 1_783_000_000) == 7200)
    #expect(zone.utcSeconds(local: 1_774_749_600) == 1_774_746_000)
    let hours = "round(24 * (decimal-date-time('2026-03-30') - decimal-date-time('2026-03-29')), 6)"
    #expect(try text(hours, zone: zone) == "23")
    #expect(try text("date('2026-03-30') - date('2026-03-29')", zone: zone) == "1")
    #expect(Zone(tzif: [1, 2, 3], name: "x") == nil)
    let south = try #require(Zone(tzif: Self.file(footer: "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"), name: "South"))
    #expect(south.offset(at: 1_795_136_400) == 39_600)
    #expect(south.offset(at: 1_783_000_000) == 37_800)
  }

  @Test func randomValuesComeFromTheMoment() throws {
    let formula = try Formula(parsing: "concat(random(), uuid(), uuid(5))")
    #expect(try formula.text(in: .sample) == formula.text(in: .sample))
    var other = Scope.sample
    other.moment.seed = 8
    #expect(try formula.text(in: other) != formula.text(in: .sample))
    #expect(try text("regex(uuid(), '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}')") == "true")
    #expect(try text("random() >= 0 and random() < 1") == "true")
  }

  /// A zone file without transitions but with a rule.
  private static func file(footer: String) -> [UInt8] {
    func header() -> [UInt8] {
      var bytes = Array("TZif2".utf8) + Array(repeating: 0, count: 15)
      for count in [0, 0, 0, 0, 1, 4] { bytes += [0, 0, 0, UInt8(count)] }
      return bytes
    }
    let body: [UInt8] = [0, 0, 0x0E, 0x10, 0, 0] + Array("CET".utf8) + [0]
    return header() + body + header() + body + [0x0A] + Array(footer.utf8) + [0x0A]
  }
}
