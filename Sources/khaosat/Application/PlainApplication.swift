internal import Fieldwork
internal import Forms
internal import Journal
internal import Records
internal import Responses
internal import Vietnamese

/// The application as plain lines: the same store, forms and checks without a screen, for screen readers, pipes and
/// scripts. Each answer is synced before the next question is asked.
struct PlainApplication {
  private let common: CommonOptions
  private let isEnglish: Bool

  /// The application as asked for on the command line.
  init(common: CommonOptions) {
    self.common = common
    isEnglish = common.language == "en"
  }

  /// Asks for an establishment and a form, then every question, until the form or the input ends.
  func run() throws {
    let clock = HostClock()
    let store = try common.access.writing()
    let library = FormLibrary(places: common.formPlaces, archive: store.forms)
    while let visit = try chooseVisit(store) {
      guard let form = chooseForm(visit) else { continue }
      var session = try session(visit, form, store, library, clock)
      session.response.language = common.language
      var interview = PlainInterview(session: session, store: store, clock: clock, isEnglish: isEnglish)
      let isFinished = try interview.run()
      if isFinished { try finish(interview.session, store, clock) }
    }
    try store.close()
  }

  private func chooseVisit(_ store: Store) throws -> Visit? {
    let visits = store.snapshot.visits.values.map(\.visit).orderedByCode()
    while true {
      Printer.result(
        isEnglish
          ? "Establishment (code, part of the name, empty ends):" : "Cơ sở (mã, một phần tên, bỏ trống để thoát):")
      guard let line = readLine(), !line.trimmed.isEmpty else { return nil }
      let found = visits.first { $0.code == line.trimmed }.map { [$0] } ?? VisitFinder(visits).visits(matching: line)
      if found.count == 1 { return found[0] }
      for visit in found.prefix(20) { Printer.result("  \(visit.code)  \(visit.label)  \(visit.place.commune)") }
      if found.isEmpty { Printer.result(isEnglish ? "None found." : "Không tìm thấy.") }
    }
  }

  private func chooseForm(_ visit: Visit) -> String? {
    if visit.forms.count < 2 { return visit.forms.first }
    for (place, form) in visit.forms.enumerated() { Printer.result("  \(place + 1)  \(form)") }
    Printer.result(isEnglish ? "Form (number):" : "Phiếu (số):")
    guard let line = readLine(), let number = Int(line.trimmed), visit.forms.indices.contains(number - 1) else {
      return nil
    }
    return visit.forms[number - 1]
  }

  private func session(
    _ visit: Visit, _ form: String, _ store: Store, _ library: FormLibrary, _ clock: HostClock
  ) throws -> RecordSession {
    let snapshot = store.snapshot
    let known = (snapshot.recordsByVisit[visit.id] ?? []).compactMap { snapshot.records[$0] }
    if let draft = known.last(where: { $0.form == form && $0.status.isOpen }) {
      return try RecordSession.resume(draft, store: store)
    }
    let found = try library.found(form)
    return try RecordSession.begin(
      form: found, visit: visit.id, preset: Preset.values(of: visit, for: found.form), store: store, clock: clock)
  }

  private func finish(_ session: RecordSession, _ store: Store, _ clock: HostClock) throws {
    var session = session
    do {
      try Finalising.finalise(&session, in: store, at: clock.now())
      if let done = VisitProgress.finished(session.visit, in: store.snapshot) { try store.appendAndWait([done]) }
      Printer.result(isEnglish ? "Finalised." : "Đã hoàn tất phiếu.")
    } catch ProgramProblem.notFinalised(let errors) {
      Printer.result(
        isEnglish
          ? "Kept as a draft: \(errors) errors stand." : "Giữ ở dạng nháp: còn \(errors) lỗi.")
    }
  }
}
