internal import ArgumentParser
internal import Fieldwork
internal import Forms
internal import JSON
internal import Journal
internal import Records
internal import Responses

/// `khaosat records migrate RECORD`: a draft goes on with the form as it is now. Shows what changes; loses nothing.
struct RecordsMigrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Move a draft to the present version of its form.")

  @Argument(help: "The record.")
  var record: String

  @Option(name: .long, help: "The form, when it is not found by the id that the record has.")
  var form: String?

  @Flag(name: .customLong("dry-run"), help: "Only show what would change.")
  var isDryRun = false

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = common.access
    let store = try isDryRun ? access.reading() : access.writing()
    let state = try RecordSearch.record(record, in: store.snapshot)
    guard state.status.isOpen else { throw ProgramProblem.wrongState(record: state.id, state: state.status.rawValue) }
    let found = try FormLibrary(places: common.formPlaces, archive: store.forms).found(form ?? state.form)
    let checked = found.form
    let before = try RecordSession.resume(state, store: store)
    let after = try RecordSession.resume(state, store: store, form: checked)
    let change = VersionChange(before: before.response, after: after.response)
    if !isDryRun {
      let hash = try found.kept(in: store)
      if hash.hex != state.formHash {
        try store.appendAndWait([
          .move(record: state.id, version: checked.version, sha256: hash.hex),
          after.checkpoint(place: state.place?.field, isLeft: true, at: access.clock.now()),
        ])
      }
    }
    try store.close()
    report(change, of: state.id, from: state.version, to: checked.version)
  }

  private func report(_ change: VersionChange, of record: String, from old: String, to new: String) {
    if json {
      let object: JSONValue = [
        "record": .string(record), "from": .string(old), "to": .string(new),
        "set_aside": .array(change.setAside.map { ["path": .string($0.path), "value": .string($0.value)] }),
        "added": .array(change.added.map { .string($0) }),
        "changed": .array(
          change.changed.map {
            ["path": .string($0.path), "before": .string($0.before), "after": .string($0.after)]
          }),
        "errors": .integer(change.errors),
      ]
      return Printer.result(object.serialised())
    }
    let isEnglish = common.language == "en"
    Printer.result("\(record): \(old) → \(new)")
    for leaf in change.setAside {
      Printer.result(
        (isEnglish ? "kept, not asked any more: " : "giữ lại, không hỏi nữa: ") + "\(leaf.path) = \(leaf.value)")
    }
    for path in change.added { Printer.result((isEnglish ? "new question: " : "câu mới: ") + path) }
    for leaf in change.changed {
      Printer.result((isEnglish ? "computed anew: " : "tính lại: ") + "\(leaf.path): \(leaf.before) → \(leaf.after)")
    }
    Printer.result(isEnglish ? "errors now: \(change.errors)" : "số lỗi bây giờ: \(change.errors)")
  }
}
