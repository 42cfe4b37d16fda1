internal import ArgumentParser
internal import Batches
internal import JSON
internal import Records

/// `khaosat export --to DIR`: finished records as plain files.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: "Write finished records as files.")

  @Option(name: .customLong("to"), help: "The folder.")
  var target: String

  @Option(name: .long, help: "csv, jsonl, xml, geojson; several separated by commas.")
  var format: String = "csv,jsonl"

  @Option(name: .long, help: "Only records of this form.")
  var form: String?

  @Flag(name: .long, help: "Only records not exported before, marked as exported afterwards.")
  var new = false

  @Flag(name: .long, help: "All finished records (the default).")
  var all = false

  @Flag(name: .long, help: "Leave personal data out.")
  var shared = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if new && all { throw ValidationError("Give --new or --all, not both.") }
  }

  func run() throws {
    var formats: Set<ExportFormat> = []
    for name in format.split(separator: ",").map({ $0.trimmed }) {
      guard let known = ExportFormat(rawValue: name) else {
        throw ProgramProblem.badOption(
          name: "--format", value: name, allowed: ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))
      }
      formats.insert(known)
    }
    let access = common.access
    let store = try new ? access.writing() : access.reading()
    var options = BatchSettings.options(all: !new, store: store, clock: access.clock)
    options.form = form
    options.includesPersonal = !shared
    let files = try Export.write(store: store, to: target, formats: formats, options: options)
    try store.close()
    WaitingRecords.tell(files.disputed, isEnglish: common.language == "en")
    for file in files.files { Printer.result(target + "/" + file) }
    Printer.words(
      common.language == "en"
        ? "\(files.recordIDs.count) records written" : "đã ghi \(files.recordIDs.count) phiếu")
  }
}
