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
    BatchWords.print(report, json: json, isEnglish: common.language == "en")
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
        "signature": .string(summary.report.signature.word),
        "missing": .array((summary.report.manifest?.missing ?? []).map { .string($0) }),
      ]
      Printer.result(object.serialised())
    } else {
      Printer.result(
        common.language == "en"
          ? "\(summary.new.count) new records, \(summary.known) known ones"
          : "\(summary.new.count) phiếu mới, \(summary.known) phiếu đã có")
      BatchWords.printAside(summary.report, isEnglish: common.language == "en")
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
  static func print(_ report: BatchReport, json: Bool, isEnglish: Bool) {
    guard json else {
      for fault in report.faults {
        Printer.result(
          "\(fault.file):\(fault.line): \(fault.kind.word) "
            + BatchFaultPhrase.text(fault.kind, language: isEnglish ? "en" : "vi"))
      }
      let word = report.isWhole ? "ok" : "damaged"
      if let key = report.sealedFor {
        Printer.result("\(word)\tsealed\t\(key)")
        Printer.result(
          isEnglish
            ? "sealed for the key \(key); who holds it looks inside: khaosat batch open"
            : "niêm phong cho khóa \(key); nơi giữ khóa xem bên trong bằng: khaosat batch open")
        return
      }
      Printer.result("\(word)\t\(report.records) records\t\(report.signature.word)")
      printAside(report, isEnglish: isEnglish)
      return
    }
    let faults = report.faults.map { fault -> JSONValue in
      ["file": .string(fault.file), "line": .integer(fault.line), "kind": .string(fault.kind.word)]
    }
    let object: JSONValue = [
      "ok": .bool(report.isWhole), "records": .integer(report.records), "damaged": .array(faults),
      "signature": .string(report.signature.word), "sealed_for": report.sealedFor.map { .string($0) } ?? .null,
      "missing": .array((report.manifest?.missing ?? []).map { .string($0) }),
    ]
    Printer.result(object.serialised())
  }

  /// Prints who signed, and what the batch itself says it lacks.
  static func printAside(_ report: BatchReport, isEnglish: Bool) {
    Printer.words(signature(report.signature, isEnglish: isEnglish))
    let missing = report.manifest?.missing ?? []
    guard !missing.isEmpty else { return }
    Printer.words(
      isEnglish
        ? "\(missing.count) files were missing on the laptop that made it: \(missing.joined(separator: " "))"
        : "máy tạo gói đã thiếu \(missing.count) tệp: \(missing.joined(separator: " "))")
  }

  private static func signature(_ verdict: SignatureVerdict, isEnglish: Bool) -> String {
    switch verdict {
    case .trusted("", let fingerprint):
      isEnglish ? "signed by this laptop (\(fingerprint))" : "chữ ký của máy này (\(fingerprint))"
    case .trusted(let name, let fingerprint):
      isEnglish ? "signed by \(name) (\(fingerprint))" : "chữ ký của \(name) (\(fingerprint))"
    case .unknown(let fingerprint):
      isEnglish
        ? "signed by a key that is not trusted here: \(fingerprint)"
        : "chữ ký của khóa chưa được tin ở đây: \(fingerprint)"
    case .bad:
      isEnglish
        ? "the signature does not fit: no record of it was taken or can be trusted"
        : "chữ ký không khớp: không lấy và không tin được phiếu nào trong gói"
    case .unsigned: isEnglish ? "not signed" : "không có chữ ký"
    }
  }
}
