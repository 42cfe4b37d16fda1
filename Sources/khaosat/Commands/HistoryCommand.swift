internal import ArgumentParser
internal import JSON
internal import Journal
internal import Records

/// `khaosat history RECORD`: who changed what, when, on which laptop, with before and after.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "history", abstract: "Tell every change of a record.")

  @Argument(help: "The record.")
  var record: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let snapshot = try common.access.reading().snapshot
    let state = try RecordSearch.record(record, in: snapshot)
    if state.isLocked { throw StoreProblem.lockedRecord(state.id) }
    let entries = snapshot.history(of: state.id) ?? []
    if json { return Printer.result(JSONValue.array(entries.map(\.json)).serialised()) }
    for entry in entries {
      let change =
        entry.before == nil && entry.after == nil
        ? "" : "\(entry.before ?? "") → \(entry.after ?? "")"
      Printer.result(
        fields: [
          Timestamp.text(entry.event.time), entry.device, entry.author, entry.event.kind.name,
          entry.event.field ?? "", change,
        ])
    }
  }
}
