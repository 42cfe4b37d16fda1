import Testing
import Vietnamese

@Suite("Dates")
struct DateTests {
  @Test(
    "dates as they are written here",
    arguments: [
      ("18/01/2027", "2027-01-18", DateReading.YearOrigin.written), ("8/1/27", "2027-01-08", .expanded),
      ("08-01-1999", "1999-01-08", .written), ("8.1.99", "1999-01-08", .expanded), ("18012027", "2027-01-18", .written),
      ("180127", "2027-01-18", .expanded), ("2027-01-18", "2027-01-18", .written), ("2027/1/8", "2027-01-08", .written),
      ("18/1", "2027-01-18", .assumed), (" 29/02/2028 ", "2028-02-29", .written),
      ("1 / 2 / 2027", "2027-02-01", .written),
      ("1/1/46", "2046-01-01", .expanded), ("1/1/47", "1947-01-01", .expanded),
    ])
  func reading(text: String, iso: String, origin: DateReading.YearOrigin) throws {
    let reading = try DateReading(reading: text, around: 2027)
    #expect(reading.date.iso == iso)
    #expect(reading.yearOrigin == origin)
  }

  @Test(
    "dates that do not exist",
    arguments: [
      ("31/02/2027", TextProblem.day(31, month: 2, year: 2027)), ("29/02/2027", .day(29, month: 2, year: 2027)),
      ("31/04/2027", .day(31, month: 4, year: 2027)), ("0/1/2027", .day(0, month: 1, year: 2027)),
      ("01/13/2027", .month(13)), ("1/0/2027", .month(0)), ("1/1/1899", .year(1899)), ("", .empty), ("18", .date),
      ("1/2/3/4", .date), ("1/1/027", .date), ("18 tháng 1", .character("t")),
      ("2027-02-30", .day(30, month: 2, year: 2027)),
    ])
  func refused(text: String, problem: TextProblem) {
    #expect(throws: problem) { try DateReading(reading: text, around: 2027) }
  }

  @Test("days of the week and counting of days")
  func calendar() throws {
    let monday = try #require(CalendarDate(iso: "2027-01-18"))
    #expect(monday.weekday == .monday)
    #expect(monday.vietnamese == "18/01/2027")
    #expect(monday.shortVietnamese == "18/01")
    #expect(monday.adding(days: 6)?.weekday == .sunday)
    #expect(try CalendarDate(year: 1970, month: 1, day: 1).daysSince1970 == 0)
    #expect(try CalendarDate(year: 1970, month: 1, day: 1).weekday == .thursday)
    #expect(try CalendarDate(year: 2000, month: 2, day: 29).daysSince1970 == 11_016)
    #expect(CalendarDate(iso: "2027-1-18") == nil && CalendarDate(iso: "2027-02-29") == nil)
    #expect(CalendarDate(daysSince1970: 1_000_000) == nil)
  }

  @Test("every day of three centuries counts up by one and comes back")
  func everyDay() throws {
    var date = try CalendarDate(year: 1900, month: 1, day: 1)
    var weekday = date.weekday.rawValue
    #expect(date.weekday == .monday)
    while let next = date.adding(days: 1) {
      weekday = (weekday + 1) % 7
      guard date < next, next.weekday.rawValue == weekday, CalendarDate(iso: next.iso) == next else {
        Issue.record("after \(date.iso) comes \(next.iso)")
        return
      }
      date = next
    }
    #expect(date.iso == "2199-12-31")
  }
}
