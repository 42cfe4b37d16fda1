internal import ArgumentParser
internal import JSON
internal import Journal
internal import Messages
internal import Records

/// `khaosat verify`: every line of every log, every attachment and every form checked; what is damaged, named.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "verify", abstract: "Check every line of the store.")

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let report = try common.access.reading(unlocking: .ifGiven).verify()
    if json {
      Printer.result(VerifyReport.json(report, language: common.language).serialised())
    } else {
      for line in VerifyReport.lines(report, language: common.language) { Printer.result(line) }
    }
    if !VerifyReport.isWhole(report) { throw ProgramEnd(.damaged) }
  }
}

/// `khaosat repair --from DIR`: lost lines, attachments and forms taken back from a copy, when their hashes prove them.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Take lost lines back from a copy: a stick, a peer, a backup.")

  @Option(name: .customLong("from"), help: "A folder that holds a copy.")
  var source: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.access.writing(unlocking: .ifGiven)
    let report = try store.repair(from: source)
    try store.close()
    if json {
      let object: JSONValue = [
        "lines": .integer(report.lines), "media": .integer(report.media), "forms": .integer(report.forms),
        "remaining": VerifyReport.json(report.remaining, language: common.language),
      ]
      Printer.result(object.serialised())
    } else {
      Printer.result(
        common.language == "en"
          ? "taken back: \(report.lines) lines, \(report.media) files, \(report.forms) forms"
          : "đã lấy lại: \(report.lines) dòng, \(report.media) tệp, \(report.forms) mẫu phiếu")
      for line in VerifyReport.lines(report.remaining, language: common.language) { Printer.result(line) }
    }
    if !VerifyReport.isWhole(report.remaining) { throw ProgramEnd(.damaged) }
  }
}

/// A check of the store as the commands print it.
enum VerifyReport {
  /// Whether every line is there. A fork is no damage: both branches are kept.
  static func isWhole(_ report: VerificationReport) -> Bool { report.damaged.isEmpty && report.gaps.isEmpty }

  /// The report as JSON.
  static func json(_ report: VerificationReport, language: String) -> JSONValue {
    func damage(_ damage: Damage) -> JSONValue {
      [
        "file": .string(damage.file), "line": .integer(damage.line), "kind": .string(damage.kind.rawValue),
        "message": .string(DamagePhrase.text(damage.kind, language: language)),
      ]
    }
    return [
      "ok": .bool(isWhole(report)), "lines": .integer(report.lines), "damaged": .array(report.damaged.map(damage)),
      "healed": .array(report.healed.map(damage)),
      "gaps": .array(
        report.gaps.map {
          ["device": .string($0.device), "epoch": .string($0.epoch), "from": .integer($0.from), "to": .integer($0.to)]
        }),
      "forks": .array(
        report.forks.map {
          ["device": .string($0.device), "epoch": .string($0.epoch), "number": .integer($0.number)]
        }), "dead_bytes": .integer(report.deadBytes),
    ]
  }

  /// The report as lines for a person.
  static func lines(_ report: VerificationReport, language: String) -> [String] {
    let isEnglish = language == "en"
    var lines = report.damaged.map { damage in
      "\(damage.file):\(damage.line): \(damage.kind.rawValue) \(DamagePhrase.text(damage.kind, language: language))"
    }
    for gap in report.gaps {
      lines.append(
        isEnglish
          ? "\(gap.device)/\(gap.epoch): lines \(gap.from) to \(gap.to) are missing"
          : "\(gap.device)/\(gap.epoch): thiếu dòng \(gap.from) đến \(gap.to)")
    }
    for fork in report.forks {
      lines.append(
        isEnglish
          ? "\(fork.device)/\(fork.epoch): two branches from line \(fork.number) on; both are kept"
          : "\(fork.device)/\(fork.epoch): có hai nhánh từ dòng \(fork.number); giữ cả hai")
    }
    let whole = isWhole(report)
    lines.append(
      isEnglish
        ? "\(report.lines) lines checked, \(whole ? "all is well" : "\(report.damaged.count) places damaged")"
        : "đã kiểm tra \(report.lines) dòng, \(whole ? "không có lỗi" : "\(report.damaged.count) chỗ hỏng")")
    return lines
  }
}
