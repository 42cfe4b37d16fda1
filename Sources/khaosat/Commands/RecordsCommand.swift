internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Journal
internal import Records

/// `khaosat records`: the filled forms of the store.
struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records", abstract: "List the filled forms, or move a draft to a new version of its form.",
    subcommands: [RecordsList.self, RecordsMigrate.self], defaultSubcommand: RecordsList.self)
}

/// `khaosat records [--json]`: one line a record.
struct RecordsList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the filled forms.")

  @Option(name: .long, help: "Only records of this form.")
  var form: String?

  @Option(name: .long, help: "Only records in this state: draft, finalised, returned, approved, void.")
  var state: String?

  @Flag(name: .long, help: "Show names that are made of personal answers.")
  var personal = false

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if let state, RecordStatus(rawValue: state) == nil {
      throw ProgramProblem.badOption(
        name: "--state", value: state, allowed: RecordStatus.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let snapshot = try common.access.reading().snapshot
    let records = snapshot.records.values.filter { record in
      (form == nil || record.form == form) && (state == nil || record.status.rawValue == state)
    }
    .sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    if json { return Printer.result(JSONValue.array(records.map(row)).serialised()) }
    let locked = common.language == "en" ? "(locked)" : "(đang khóa)"
    for record in records {
      Printer.result(
        fields: [
          record.id, record.form, record.status.rawValue + (waits(record) ? " !" : ""), Timestamp.text(record.updated),
          record.isLocked ? locked : label(record.summary),
        ])
    }
  }

  /// Whether a finished record waits for somebody to look at it.
  private func waits(_ record: RecordState) -> Bool { record.isDisputed || record.hasOpenConflict }

  private func label(_ summary: RecordSummary) -> String { personal ? summary.label : RecordLabel.shown(summary) }

  private func row(_ record: RecordState) -> JSONValue {
    let summary = record.summary
    var row: JSONObject = [
      "record": .string(record.id), "form": .string(record.form), "version": .string(record.version),
      "label": .string(label(summary)), "state": .string(record.status.rawValue),
      "visit": record.visit.map { .string($0) } ?? .null, "updated": .string(Timestamp.text(record.updated)),
      "device": .string(record.device), "errors": .integer(summary.errors), "warnings": .integer(summary.warnings),
      "exported": .bool(record.isExported), "disputed": .bool(waits(record)),
    ]
    // Of a record whose key is not here only the frame is known.
    if record.isLocked { row["locked"] = true }
    return .object(row)
  }
}
