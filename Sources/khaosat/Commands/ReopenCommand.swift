internal import ArgumentParser
internal import Fieldwork
internal import Records

/// `khaosat reopen RECORD`: a finalised record can be corrected again; finalising it makes a new revision.
struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Open a finalised record again.")

  @Argument(help: "The record.")
  var record: String

  @Option(name: .long, help: "Why, in a few words.")
  var reason: String = ""

  @OptionGroup var common: CommonOptions

  func run() throws {
    try RecordStep.take(.reopen, record: record, common: common) { .reopen(record: $0, reason: reason) }
  }
}

/// `khaosat void RECORD`: the record counts no more; nothing of it is removed.
struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "void", abstract: "Take a record out of the count.")

  @Argument(help: "The record.")
  var record: String

  @Option(name: .long, help: "Why, in a few words.")
  var reason: String = ""

  @OptionGroup var common: CommonOptions

  func run() throws {
    try RecordStep.take(.void, record: record, common: common) { .void(record: $0, reason: reason) }
  }
}

/// One step of a record's life, taken only from a state that allows it.
enum RecordStep {
  /// Writes the event of a step, made for the id of the record.
  static func take(
    _ action: RecordStatus.Action, record: String, common: CommonOptions, event: (String) -> EventDraft
  ) throws {
    let store = try common.access.writing()
    let state = try RecordSearch.record(record, in: store.snapshot)
    guard state.status.after(action) != nil else {
      throw ProgramProblem.wrongState(record: state.id, state: state.status.rawValue)
    }
    try store.appendAndWait([event(state.id)])
    try store.close()
  }
}
