internal import Vietnamese

/// Dates as spreadsheets store them.
enum SpreadsheetDate {
  /// Reads a serial day ("46405"), or ISO with a time behind it ("2027-01-18T00:00:00").
  static func read(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: String(text.prefix(10))), text.utf8.count > 10, text.dropFirst(10).first == "T" {
      return date
    }
    // Five digits: 1990 to 2099. Day 25569 of the 1900 system is 1 January 1970.
    guard text.utf8.count == 5, let serial = Int(text), (32_874...73_050).contains(serial) else { return nil }
    return CalendarDate(daysSince1970: serial - 25_569)
  }
}
