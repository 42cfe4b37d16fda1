internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Journal
internal import Records

/// `khaosat resolve RECORD`: questions that two laptops answered differently, shown or decided.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Show or decide questions that two laptops answered differently.")

  @Argument(help: "The record.")
  var record: String

  @Option(name: .long, help: "The field to decide, as listed.")
  var field: String?

  @Option(name: .customLong("use"), help: "The value that holds, or the version (as listed) whose value holds.")
  var value: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if value != nil, field == nil { throw ValidationError("--use says which answer holds; --field must say of what.") }
    if field != nil, value == nil { throw ValidationError("--field is decided with --use VALUE.") }
  }

  func run() throws {
    let access = common.access
    guard let field, let value else {
      let state = try RecordSearch.record(record, in: access.reading().snapshot)
      return Printer.result(
        JSONValue.array(state.conflicts.filter(\.isReal).map(RecordReport.conflict)).serialised())
    }
    let store = try access.writing()
    let state = try RecordSearch.record(record, in: store.snapshot)
    guard let conflict = state.conflicts.first(where: { $0.field == field }) else {
      let fields = state.conflicts.map(\.field)
      throw ProgramProblem.badOption(
        name: "--field", value: field, allowed: fields.isEmpty ? "–" : fields.joined(separator: ", "))
    }
    let chosen = conflict.leaves.first { $0.version == value }
    let parents = conflict.leaves.compactMap { LineHash(hex: $0.version) }
    try store.appendAndWait([
      .merge(record: state.id, field: field, value: chosen.map(\.value) ?? value, parents: parents)
    ])
    try store.close()
  }
}
