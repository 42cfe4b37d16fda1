/// Functions of dates and times.
enum DateFunctions {
  static let rows = making + measuring + printing

  private static let making: [FunctionEntry] = [
    FunctionEntry("today", Signature([])) { _, scope, _ throws(ExpressionProblem) in
      .date(CalendarValue(days: CalendarValue(milliseconds: scope.moment.milliseconds, zone: scope.zone).days))
    },
    FunctionEntry("now", Signature([])) { _, scope, _ throws(ExpressionProblem) in
      .date(CalendarValue(milliseconds: scope.moment.milliseconds, zone: scope.zone))
    },
    FunctionEntry(
      "date", Signature([.date]), [.init("date('2026-11-20') + 1", "20778"), .init("date(20778)", "2026-11-21")]
    ) { call, scope, effort throws(ExpressionProblem) in
      let given = try call.scalar(0, scope, &effort)
      // A time in the text stays with the date, unseen: only decimal-date-time() and format-date() show it.
      guard let date = try calendar(given, call, scope, isLocal: true) else { return given }
      return .date(date)
    },
    FunctionEntry("date-time", Signature([.date]), [.init("date-time('2026-11-20')", "2026-11-20")]) {
      call, scope, effort throws(ExpressionProblem) in
      let given = try call.scalar(0, scope, &effort)
      guard let date = try calendar(given, call, scope, isLocal: false) else { return given }
      return .date(CalendarValue(milliseconds: date.milliseconds(in: scope.zone), zone: scope.zone))
    },
  ]

  private static let measuring: [FunctionEntry] = [
    FunctionEntry(
      "decimal-date-time", Signature([.date]), [.init("decimal-date-time('1970-01-02T12:00:00.000Z')", "1.5")]
    ) { call, scope, effort throws(ExpressionProblem) in
      let given = try call.scalar(0, scope, &effort)
      if case .number(let number) = given { return .number(number) }
      guard let date = try calendar(given, call, scope, isLocal: true) else { return given }
      return .number(Number(Int(date.milliseconds(in: scope.zone))) / Number(86_400_000))
    },
    FunctionEntry("decimal-time", Signature([.date]), [.init("decimal-time('06:00')", "0.25")]) {
      call, scope, effort throws(ExpressionProblem) in
      let given = try call.scalar(0, scope, &effort)
      if case .string(let text) = given, let time = CalendarText.readTime(text, zone: scope.zone) {
        return .number(Number(time.millisecondsOfDay) / Number(86_400_000))
      }
      if case .number(let number) = given { return .number(number - number.rounded(places: 0, .down)) }
      guard let date = try calendar(given, call, scope, isLocal: true) else { return given }
      return .number(Number(date.millisecondsOfDay) / Number(86_400_000))
    },
  ]

  private static let printing: [FunctionEntry] = [
    FunctionEntry(
      "format-date", Signature([.date, .string]), [.init("format-date('2026-11-05', '%e/%n/%Y')", "5/11/2026")],
      body: format),
    FunctionEntry(
      "format-date-time", Signature([.date, .string]),
      [.init("format-date-time('2026-11-05T08:07:00.000', '%H:%M %d/%m')", "08:07 05/11")], body: format),
  ]

  /// The date that a value means; nil for an empty text and for not-a-number, which pass through every date function.
  private static func calendar(
    _ value: Value, _ call: Call, _ scope: Scope, isLocal: Bool
  ) throws(ExpressionProblem) -> CalendarValue? {
    switch value {
    case .date(let date): return date
    case .number(let number): return number.isNaN ? nil : try calendar(number, call, scope, isLocal: isLocal)
    case .string(let text):
      guard !text.isEmpty else { return nil }
      guard let date = CalendarText.read(text, zone: scope.zone) else {
        throw call.problem(.value, call.name, text)
      }
      return date
    case .boolean(let truth): throw call.problem(.value, call.name, truth ? "true" : "false")
    case .nodeset: return nil
    }
  }

  /// Days since 1970: local ones make a date, others an instant with a time.
  private static func calendar(
    _ number: Number, _ call: Call, _ scope: Scope, isLocal: Bool
  ) throws(ExpressionProblem) -> CalendarValue {
    let days = number.double
    guard days.magnitude < 3_650_000 else { throw call.problem(.value, call.name, number.description) }
    if isLocal { return CalendarValue(days: Int(days.rounded(.towardZero))) }
    return CalendarValue(milliseconds: Int64((days * 86_400_000).rounded()), zone: scope.zone)
  }

  private static func format(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let given = try call.scalar(0, scope, &effort)
    let pattern = try call.string(1, scope, &effort)
    try effort.spend(pattern.utf8.count)
    var date: CalendarValue?
    if case .string(let text) = given, !text.isEmpty, text.utf8.contains(UInt8(ascii: ":")) {
      date = CalendarText.readTime(text, zone: scope.zone).flatMap { text.utf8.contains(0x54) ? nil : $0 }
    }
    if date == nil { date = try calendar(given, call, scope, isLocal: false) }
    guard let date else { return .string("") }
    guard let text = DateFormat.text(date, pattern, language: scope.language) else {
      throw call.problem(.value, call.name, pattern)
    }
    return .string(text)
  }
}
