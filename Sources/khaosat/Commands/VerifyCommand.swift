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
    guard HostFile.isFolder(common.storePath) else {
      throw ProgramProblem.unreadable(
        path: common.storePath, reason: common.language == "en" ? "no store here" : "không có kho ở đây")
    }
    let store = try common.access.reading(unlocking: .ifGiven)
    let report = store.verify()
    let offers = store.offers(for: report)
    if json {
      Printer.result(VerifyReport.json(report, offers, language: common.language).serialised())
    } else {
      for line in VerifyReport.lines(report, offers, language: common.language) { Printer.result(line) }
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
    guard HostFile.isFolder(source) else {
      throw ProgramProblem.unreadable(
        path: source, reason: common.language == "en" ? "no such folder" : "không có thư mục này")
    }
    let store = try common.access.writing(unlocking: .ifGiven)
    let report = try store.repair(from: source)
    try store.close()
    if json {
      let object: JSONValue = [
        "lines": .integer(report.lines), "media": .integer(report.media), "forms": .integer(report.forms),
        "remaining": VerifyReport.json(report.remaining, [], language: common.language),
      ]
      Printer.result(object.serialised())
    } else {
      Printer.result(
        common.language == "en"
          ? "taken back: \(report.lines) lines, \(report.media) files, \(report.forms) forms"
          : "đã lấy lại: \(report.lines) dòng, \(report.media) tệp, \(report.forms) mẫu phiếu")
      for line in VerifyReport.lines(report.remaining, [], language: common.language) { Printer.result(line) }
    }
    if !VerifyReport.isWhole(report.remaining) { throw ProgramEnd(.damaged) }
  }
}

/// A check of the store as the commands print it.
enum VerifyReport {
  /// Whether every line is there. A fork is no damage: both branches are kept.
  static func isWhole(_ report: VerificationReport) -> Bool { report.damaged.isEmpty && report.gaps.isEmpty }

  /// The report as JSON.
  static func json(_ report: VerificationReport, _ offers: [CopyOffer], language: String) -> JSONValue {
    func damage(_ damage: Damage) -> JSONValue {
      var object: JSONObject = [
        "file": .string(damage.file), "line": .integer(damage.line), "kind": .string(damage.kind.rawValue),
        "message": .string(DamagePhrase.text(damage.kind, language: language)),
      ]
      if let record = damage.record, !record.isEmpty { object["record"] = .string(record) }
      return .object(object)
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
        }), "dead_bytes": .integer(report.deadBytes), "repairable": .array(offers.map(offer)),
    ]
  }

  private static func offer(_ offer: CopyOffer) -> JSONValue {
    switch offer.content {
    case .lines(let device, let epoch, let from, let to):
      [
        "folder": .string(offer.folder), "device": .string(device), "epoch": .string(epoch), "from": .integer(from),
        "to": .integer(to),
      ]
    case .file(let file): ["folder": .string(offer.folder), "file": .string(file)]
    }
  }

  /// The report as lines for a person.
  static func lines(_ report: VerificationReport, _ offers: [CopyOffer], language: String) -> [String] {
    let isEnglish = language == "en"
    var lines = report.damaged.map { damage in
      let record = damage.record.map { $0.isEmpty ? "" : isEnglish ? " (record \($0))" : " (phiếu \($0))" } ?? ""
      return "\(damage.file):\(damage.line): \(damage.kind.rawValue) "
        + DamagePhrase.text(damage.kind, language: language) + record
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
    lines += offers.map { words($0, isEnglish: isEnglish) }
    lines.append(
      isEnglish
        ? "\(report.lines) lines checked, \(sum(report, isEnglish: true))"
        : "đã kiểm tra \(report.lines) dòng, \(sum(report, isEnglish: false))")
    return lines
  }

  private static func words(_ offer: CopyOffer, isEnglish: Bool) -> String {
    let repair = "khaosat repair --from \(offer.folder)"
    switch offer.content {
    case .lines(let device, let epoch, let from, let to):
      return isEnglish
        ? "a copy at \(offer.folder) has lines \(from) to \(to) of \(device)/\(epoch): \(repair)"
        : "bản sao ở \(offer.folder) có dòng \(from) đến \(to) của \(device)/\(epoch): \(repair)"
    case .file(let file):
      return isEnglish
        ? "a copy at \(offer.folder) has \(file): \(repair)" : "bản sao ở \(offer.folder) có \(file): \(repair)"
    }
  }

  private static func sum(_ report: VerificationReport, isEnglish: Bool) -> String {
    if isWhole(report) { return isEnglish ? "all is well" : "không có lỗi" }
    let missing = report.gaps.reduce(0) { $0 + ($1.to - $1.from + 1) }
    var parts: [String] = []
    if !report.damaged.isEmpty {
      parts.append(isEnglish ? "\(report.damaged.count) places damaged" : "\(report.damaged.count) chỗ hỏng")
    }
    if missing > 0 { parts.append(isEnglish ? "\(missing) lines missing" : "thiếu \(missing) dòng") }
    return parts.joined(separator: ", ")
  }
}
