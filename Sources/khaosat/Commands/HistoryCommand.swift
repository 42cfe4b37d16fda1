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
    guard let entries = snapshot.history(of: record) else { throw ProgramProblem.unknownRecord(id: record) }
    if snapshot.records[record]?.isLocked == true { throw StoreProblem.lockedRecord(record) }
    if json { return Printer.result(JSONValue.array(entries.map(\.json)).serialised()) }
    for entry in entries {
      let change =
        entry.before == nil && entry.after == nil
        ? "" : "\(entry.before ?? "") → \(entry.after ?? "")"
      Printer.result(
        [
          Timestamp.text(entry.event.time), entry.device, entry.author, entry.event.kind.name,
          entry.event.field ?? "", change,
        ].joined(separator: "\t"))
    }
  }
}
