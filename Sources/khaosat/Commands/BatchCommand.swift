internal import ArgumentParser
internal import Batches
internal import JSON
internal import Records

/// `khaosat batch …`: what laptops hand over and the office takes.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Create, check, open and import batches of finished records.",
    subcommands: [BatchCreate.self, BatchVerify.self, BatchImport.self, BatchOpen.self])
}

/// `khaosat batch create --to DIR`: the finished records that no earlier batch holds.
struct BatchCreate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "create", abstract: "Write a batch into a folder.")

  @Option(name: .customLong("to"), help: "The folder in which the batch gets a folder of its own.")
  var target: String

  @Option(name: .long, help: "Only records of this form.")
  var form: String?

  @Flag(name: .long, help: "All finished records, not only new ones.")
  var all = false

  @Flag(name: .long, help: "Leave personal data out: for sharing, not for the office.")
  var shared = false

  @Option(name: .customLong("for"), help: "Seal for this trusted key (name or fingerprint).")
  var recipient: String?

  @Flag(name: .customLong("unsigned"), help: "Do not sign with this laptop's key.")
  var isUnsigned = false

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = common.access
    let store = try access.writing()
    var options = BatchSettings.options(all: all, store: store, clock: access.clock)
    options.form = form
    options.includesPersonal = !shared
    options.signs = !isUnsigned
    if let recipient {
      options.recipient = try KeyStore(of: store).find(recipient)
      options.audience = recipient
    }
    let line = ProgressLine(language: common.language)
    options.progress = { line.show(done: $0, total: $1) }
    let summary = try BatchWriter.create(store: store, to: target, options: options)
    line.clear()
    try store.close()
    if json {
      let object: JSONValue = [
        "folder": .string(summary.folder), "records": .array(summary.recordIDs.map { .string($0) }),
        "files": .integer(summary.files), "bytes": .integer(summary.bytes),
        "locked": .integer(summary.locked), "signer": summary.signer.map { .string($0) } ?? .null,
        "missing": .array(summary.missing.map { .string($0) }),
        "disputed": .array(summary.disputed.map { .string($0) }),
      ]
      Printer.result(object.serialised())
    } else {
      Printer.result(summary.folder)
    }
    Printer.words(
      common.language == "en"
        ? "\(summary.records) records, \(summary.files) files written and read back"
        : "đã ghi và đọc lại \(summary.records) phiếu, \(summary.files) tệp")
    WaitingRecords.tell(summary.disputed, isEnglish: common.language == "en")
    if summary.locked > 0 {
      Printer.words(
        common.language == "en"
          ? "\(summary.locked) finished records were left out: this laptop does not hold their team key"
          : "bỏ lại \(summary.locked) phiếu đã hoàn tất vì máy này không có khóa nhóm của chúng")
    }
    guard !summary.missing.isEmpty else { return }
    for name in summary.missing {
      Printer.words(common.language == "en" ? "not in the batch: \(name)" : "không có trong gói: \(name)")
    }
    Printer.words(
      common.language == "en"
        ? "\(summary.missing.count) files that records name are missing or damaged here: khaosat verify"
        : "\(summary.missing.count) tệp mà phiếu nhắc đến bị thiếu hoặc hỏng ở máy này: khaosat verify")
    throw ProgramEnd(.problems)
  }
}
