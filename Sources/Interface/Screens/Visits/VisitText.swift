internal import Fieldwork
internal import Messages
internal import Terminal
internal import Vietnamese

/// What the list says about visits.
enum VisitText {
  /// The heading of a group.
  static func heading(_ key: VisitGroupKey, _ language: Language) -> String {
    switch key {
    case .day(let date?): "\(CommonPhrase.weekday(date.weekday).text(in: language)) \(date.vietnamese)"
    case .day(nil): VisitsPhrase.noDay.text(in: language)
    case .commune(let name): name ?? VisitsPhrase.noCommune.text(in: language)
    case .team(let name): name ?? VisitsPhrase.noTeam.text(in: language)
    }
  }

  /// The mark of a visit: done, in progress, wrong, not done for a reason, not begun.
  static func mark(_ visit: Visit, _ records: [RecordSummary]) -> (sign: Character, style: Style) {
    if visit.status.isReasonForNone { return ("–", .hint) }
    if records.contains(where: \.waits) { return ("!", .error) }
    if records.contains(where: { $0.status == .returned }) { return ("←", .warning) }
    if records.contains(where: { $0.status.isOpen && $0.wrong > 0 }) { return ("!", .error) }
    switch visit.status {
    case .done: return ("✓", .ok)
    case .inProgress: return ("◐", .warning)
    default: return records.contains { $0.status != .void } ? ("◐", .warning) : ("·", .text)
    }
  }

  /// How the forms of a visit stand, in a few letters each.
  static func state(
    _ visit: Visit, _ records: [RecordSummary], _ board: VisitBoard, _ language: Language, isWide: Bool
  ) -> String {
    if visit.status.isReasonForNone { return VisitsPhrase.status(visit.status).text(in: language) }
    return visit.forms.map { id in
      let mark = board.forms.first { $0.id == id }?.mark ?? FormSummary(id: id, titles: [:]).mark
      guard let record = records.last(where: { $0.form == id && $0.status != .void }) else { return "\(mark) –" }
      if record.waits { return "\(mark) \(VisitsPhrase.toSettle.text(in: language))" }
      switch record.status {
      case .finalised, .approved: return "\(mark) ✓"
      case .returned: return "\(mark) \(VisitsPhrase.toMend.text(in: language))"
      case .draft:
        if record.wrong > 0 { return "\(mark) \(VisitsPhrase.errors(record.wrong).text(in: language))" }
        return "\(mark) \(record.answered)/\(record.required)"
      case .void: return "\(mark) –"
      }
    }.joined(separator: isWide ? "  " : " ")
  }

  /// The line about the visit that stands out: its whole name unless the screen shows it, where, how to call, when. What
  /// has no room gives way: the names of before, the address, the commune.
  static func detail(_ visit: Visit, _ language: Language, size: Size, withName: Bool) -> String {
    func fits(_ text: String) -> Bool {
      WordWrap.lines(text, columns: size.columns - 1).count <= Layout(size: size).messageRows
    }
    let former = visit.place.formerNames.joined(separator: ", ")
    let formerly = former.isEmpty ? "" : " (\(VisitsPhrase.formerly(former).text(in: language)))"
    let commune = visit.place.commune
    let place = [visit.place.address, commune].filter { !$0.isEmpty }.joined(separator: ", ")
    let name = withName ? visit.label : ""
    let candidates = [
      detail(visit, [name, place + formerly], language),
      detail(visit, [name, place], language),
      detail(visit, [name, commune], language),
      detail(visit, [withName ? name : commune], language),
    ]
    return candidates.first(where: fits) ?? candidates[candidates.count - 1]
  }

  private static func detail(_ visit: Visit, _ words: [String], _ language: Language) -> String {
    var parts = ["\(visit.code): " + words.filter { !$0.isEmpty }.joined(separator: " · ")]
    if !visit.telephone.isEmpty { parts.append(telephone(visit.telephone)) }
    if let date = visit.date { parts.append(VisitsPhrase.appointment(date.shortVietnamese).text(in: language)) }
    return parts.joined(separator: " · ")
  }

  private static func telephone(_ digits: String) -> String {
    let display = (try? TelephoneNumber(reading: digits))?.display ?? digits
    // A number is not broken between two lines.
    return String(display.map { $0 == " " ? "\u{A0}" : $0 })
  }

  /// How the record of a form stands, in words.
  static func record(_ record: RecordSummary?, _ language: Language) -> String {
    guard let record else { return VisitsPhrase.newForm.text(in: language) }
    if record.hasConflict { return VisitsPhrase.conflict.text(in: language) }
    if record.isDisputed { return VisitsPhrase.disputed.text(in: language) }
    switch record.status {
    case .finalised:
      return (record.isExported ? VisitsPhrase.exported : .finished).text(in: language)
    case .approved: return VisitsPhrase.approved.text(in: language)
    case .void: return VisitsPhrase.void.text(in: language)
    case .draft, .returned:
      var words = "\(record.answered)/\(record.required)"
      if record.wrong > 0 { words += " " + VisitsPhrase.errors(record.wrong).text(in: language) }
      return record.status == .returned ? VisitsPhrase.returned.text(in: language) + " " + words : words
    }
  }
}
