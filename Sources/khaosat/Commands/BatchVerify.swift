internal import ArgumentParser
internal import Batches
internal import JSON
internal import Messages
internal import Records

/// `khaosat batch verify DIR`: every byte against the manifest, every line against its checksum, the signature.
struct BatchVerify: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "verify", abstract: "Check a batch.")

  @Argument(help: "The folder of the batch.")
  var batch: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard HostFile.isFolder(batch) else { throw BatchProblem.notABatch(path: batch) }
    let report = BatchReader.verify(
      path: batch, keys: KeyStore(directory: common.storePath + "/keys", seal: try common.access.seal(.ifGiven)))
    BatchWords.print(report, json: json)
    if !report.isWhole { throw ProgramEnd(.damaged) }
  }
}

/// `khaosat batch import DIR`: takes every valid part of a batch into the store; the stick is only read.
struct BatchImport: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: "Take a batch into the store.")

  @Argument(help: "The folder of the batch.")
  var batch: String

  @Flag(name: .customLong("trusted-only"), help: "Only when it is signed by a trusted key.")
  var requiresTrust = false

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = common.access
    let store = try access.writing()
    var options = ImportOptions(now: access.clock.now())
    options.requiresTrust = requiresTrust
    let summary = try BatchImporter.import(path: batch, into: store, options: options)
    try store.close()
    for fault in summary.report.faults {
      Printer.words("\(fault.file):\(fault.line): \(BatchFaultPhrase.text(fault.kind, language: common.language))")
    }
    if json {
      let object: JSONValue = [
        "new": .integer(summary.new.count), "known": .integer(summary.known),
        "media": .integer(summary.media), "forms": .integer(summary.forms), "ok": .bool(summary.report.isWhole),
      ]
      Printer.result(object.serialised())
    } else {
      Printer.result(
        common.language == "en"
          ? "\(summary.new.count) new records, \(summary.known) known ones"
          : "\(summary.new.count) phiếu mới, \(summary.known) phiếu đã có")
    }
    if !summary.report.isWhole { throw ProgramEnd(.damaged) }
  }
}

/// `khaosat batch open DIR --to DIR`: opens a sealed batch with this store's key.
struct BatchOpen: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a sealed batch.")

  @Argument(help: "The folder of the sealed batch.")
  var batch: String

  @Option(name: .customLong("to"), help: "The folder in which the opened batch gets a folder of its own.")
  var target: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    Printer.result(
      try SealedBatch.open(
        path: batch, to: target,
        keys: KeyStore(directory: common.storePath + "/keys", seal: try common.access.seal(.required))))
  }
}

/// What a check of a batch found, as the command prints it.
enum BatchWords {
  /// Prints a report.
  static func print(_ report: BatchReport, json: Bool) {
    guard json else {
      for fault in report.faults { Printer.result("\(fault.file):\(fault.line): \(fault.kind.word)") }
      Printer.result("\(report.isWhole ? "ok" : "damaged")\t\(report.records) records\t\(report.signature.word)")
      return
    }
    let faults = report.faults.map { fault -> JSONValue in
      ["file": .string(fault.file), "line": .integer(fault.line), "kind": .string(fault.kind.word)]
    }
    let object: JSONValue = [
      "ok": .bool(report.isWhole), "records": .integer(report.records), "damaged": .array(faults),
      "signature": .string(report.signature.word), "sealed_for": report.sealedFor.map { .string($0) } ?? .null,
    ]
    Printer.result(object.serialised())
  }
}
