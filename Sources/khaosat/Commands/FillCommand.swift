internal import ArgumentParser
internal import Fieldwork
internal import Forms
internal import JSON
internal import Records
internal import Responses

/// `khaosat fill FORM --answers FILE`: fills a form from a file, exactly as the screens would.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fill", abstract: "Fill a form from a file of answers.")

  @Argument(help: "A form's id, or a path to it.")
  var form: String

  @Option(name: .long, help: "Nested JSON or a list of steps; - is standard input.")
  var answers: String

  @Option(name: .long, help: "Id of the record: a new one of this id, or one of the store that goes on.")
  var record: String?

  @Option(name: .long, help: "The visit (id or code) that the record belongs to.")
  var visit: String?

  @Flag(name: .long, help: "Finalise at the end; refused while errors stand.")
  var finalise = false

  @Flag(name: .long, help: "A step refused by required, constraint, type or choice leaves the old value.")
  var strict = false

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = common.access
    let input = try parsedAnswers()
    let store = try access.writing()
    var session = try session(store, access.clock)
    session.response.language = common.language
    var filling = Filling(session: session, into: store.media, isStrict: strict, clock: access.clock)
    try filling.apply(input, file: answers)
    if !filling.drafts.isEmpty, let begun = VisitProgress.begun(filling.session.visit, in: store.snapshot) {
      try store.appendAndWait([begun])
    }
    try store.appendAndWait(filling.drafts + [filling.session.checkpoint(place: nil, at: access.clock.now())])
    session = filling.session
    var refused = 0
    if finalise {
      do {
        try Finalising.finalise(&session, in: store, at: access.clock.now())
        if let done = VisitProgress.finished(session.visit, in: store.snapshot) { try store.appendAndWait([done]) }
      } catch ProgramProblem.notFinalised(let errors) {
        refused = errors
      }
    }
    let state = store.snapshot.records[session.record]?.status.rawValue ?? "draft"
    try store.close()
    Printer.result(
      json
        ? report(session, outcomes: filling.outcomes, state: state).serialised() : "\(session.record)\t\(state)")
    if refused > 0 { throw ProgramProblem.notFinalised(errors: refused) }
  }

  private func parsedAnswers() throws -> JSONValue {
    let bytes = try HostFile.read(answers)
    do throws(JSONProblem) {
      return try JSONValue(parsing: bytes)
    } catch {
      throw ProgramProblem.badAnswers(path: answers, detail: "\(error.line):\(error.column) \(error.code.rawValue)")
    }
  }

  private func session(_ store: Store, _ clock: HostClock) throws -> RecordSession {
    if let record, let state = try known(record, in: store.snapshot) {
      guard state.status.isOpen else {
        throw ProgramProblem.wrongState(record: record, state: state.status.rawValue)
      }
      return try RecordSession.resume(state, store: store)
    }
    let found = try FormLibrary(places: common.formPlaces, archive: store.forms).found(form)
    let known = try visit.map { name in try VisitSearch.visit(name, in: store.snapshot) }
    return try RecordSession.begin(
      record: record, form: found, visit: known?.id, preset: Preset.values(of: known, for: found.form), store: store,
      clock: clock)
  }

  /// The record that goes on; nil for the id of a new one, which names it in files and on command lines from now on.
  private func known(_ id: String, in snapshot: Snapshot) throws -> RecordState? {
    if snapshot.records.keys.contains(where: { $0.hasPrefix(id) }) { return try RecordSearch.record(id, in: snapshot) }
    let isPlain = id.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_.:".unicodeScalars.contains(scalar))
    }
    guard isPlain, (1...100).contains(id.utf8.count) else {
      throw ProgramProblem.badOption(name: "--record", value: id, allowed: "A-Z a-z 0-9 - _ . :")
    }
    return nil
  }

  private func report(_ session: RecordSession, outcomes: [Outcome], state: String) -> JSONValue {
    [
      "record": .string(session.record), "state": .string(state),
      "steps": .array(outcomes.map { ["outcome": .string($0.rawValue)] }),
      "leaves": RecordReport.leaves(session.response), "answers": session.response.answers(),
      "problems": RecordReport.problems(session.response, language: common.language),
    ]
  }
}
