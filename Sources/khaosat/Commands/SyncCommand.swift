internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Journal
internal import Messages
internal import Records

/// `khaosat sync …`: meet other laptops without a server.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange records with other laptops.", subcommands: [SyncFolder.self])
}

/// `khaosat sync folder DIR`: through a stick, a shared or a synchronised folder.
struct SyncFolder: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "folder", abstract: "Exchange through a folder.")

  @Argument(help: "The folder.")
  var folder: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws { try FolderExchange.run(folder, json: json, common: common) }
}

/// `khaosat backup DIR`: the evening copy of everything to a stick. The same as a sync with it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy everything to a stick; the same as syncing with it.")

  @Argument(help: "The folder.")
  var folder: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws { try FolderExchange.run(folder, json: json, common: common) }
}

/// One exchange through a folder and what is said of it.
enum FolderExchange {
  /// Runs it: progress on a terminal, then what went and came.
  static func run(_ folder: String, json: Bool, common: CommonOptions) throws {
    guard HostFile.isFolder(folder) else {
      throw ProgramProblem.unreadable(
        path: folder, reason: common.language == "en" ? "no such folder" : "không có thư mục này")
    }
    let store = try common.access.writing(unlocking: .ifGiven)
    try FormLibrary(places: common.formPlaces).archiveWanted(in: store)
    let progress = ProgressLine(language: common.language)
    let report = try FolderSync(store, with: folder) { progress.show(done: $0.done, total: $0.total) }.run()
    progress.clear()
    try store.close()
    Printer.result(
      json
        ? self.json(report).serialised() : words(report, store.snapshot.lockedLines, isEnglish: common.language == "en")
    )
    if !report.damaged.isEmpty || report.altered > 0 { throw ProgramEnd(.damaged) }
    if report.unsent != nil { throw ProgramEnd(.refused) }
  }

  private static func json(_ report: SyncReport) -> JSONValue {
    [
      "devices": .array(report.devices.map { .string($0) }), "files_sent": .integer(report.filesSent),
      "lines_sent": .integer(report.linesSent), "lines_received": .integer(report.linesReceived),
      "own_lines_received": .integer(report.ownLinesReceived), "altered": .integer(report.altered),
      "unsent": report.unsent.map { .string("\($0.name) \($0.path)") } ?? .null,
      "records_received": .integer(report.recordsReceived), "media_sent": .integer(report.mediaSent),
      "media_received": .integer(report.mediaReceived), "forms_sent": .integer(report.formsSent),
      "forms_received": .integer(report.formsReceived),
      "keys_sent": .integer(report.keysSent), "keys_received": .integer(report.keysReceived),
      "conflicts": .array(report.conflicts.map { .string($0) }),
      "damaged": .array(
        report.damaged.map { ["file": .string($0.file), "line": .integer($0.line), "kind": .string($0.kind.rawValue)] }),
    ]
  }

  private static func words(_ report: SyncReport, _ lockedLines: Int, isEnglish: Bool) -> String {
    var lines = [
      isEnglish
        ? "sent: \(report.linesSent) lines, \(report.mediaSent) attachments, \(report.formsSent) forms"
        : "gửi: \(report.linesSent) dòng, \(report.mediaSent) tệp kèm, \(report.formsSent) mẫu phiếu",
      isEnglish
        ? "received: \(report.linesReceived) lines, \(report.recordsReceived) new records, \(report.mediaReceived) attachments, \(report.formsReceived) forms from \(report.devices.count) laptops"
        : "nhận: \(report.linesReceived) dòng, \(report.recordsReceived) phiếu mới, \(report.mediaReceived) tệp kèm, \(report.formsReceived) mẫu phiếu từ \(report.devices.count) máy",
    ]
    if !report.conflicts.isEmpty {
      lines.append(
        isEnglish
          ? "two answers to one question in \(report.conflicts.count) records: khaosat resolve RECORD"
          : "\(report.conflicts.count) phiếu có câu hai máy trả lời khác nhau: khaosat resolve PHIẾU")
    }
    if lockedLines > 0 {
      lines.append(
        isEnglish
          ? "\(lockedLines) lines are sealed with team keys that are not open here"
          : "\(lockedLines) dòng đang khóa bằng khóa chưa mở ở máy này")
    }
    return (lines + warnings(report, isEnglish: isEnglish)).joined(separator: "\n")
  }

  private static func warnings(_ report: SyncReport, isEnglish: Bool) -> [String] {
    var lines: [String] = []
    if report.ownLinesReceived > 0 {
      lines.append(
        isEnglish
          ? "\(report.ownLinesReceived) lines of this laptop's own log came back that it lacked"
          : "lấy lại được \(report.ownLinesReceived) dòng của chính máy này mà nhật ký ở đây đã thiếu")
    }
    if report.altered > 0 {
      lines.append(
        isEnglish
          ? "\(report.altered) lines were changed after they had been written; they do not count: khaosat verify"
          : "\(report.altered) dòng đã bị sửa sau khi ghi, không được tính: khaosat verify")
    }
    for damage in report.damaged {
      let text = DamagePhrase.problem(damage.kind)
      lines.append(
        "\(damage.file):\(damage.line): \(damage.kind.rawValue) \(isEnglish ? text.english : text.vietnamese)")
    }
    if !report.damaged.isEmpty {
      lines.append(
        isEnglish
          ? "these copies in the folder are damaged, the store here is not; a laptop makes its own whole at its next exchange, a file that no laptop made can be deleted"
          : "các bản sao này trong thư mục bị hỏng, kho ở máy này thì không; máy nào đồng bộ lại sẽ ghi lại phần của mình, tệp lạ thì xóa đi"
      )
    }
    if let failure = report.unsent {
      let text = StorePhrase.problem(failure)
      lines.append(
        isEnglish
          ? "nothing was sent: \(text.english). Unlock the stick or choose another folder, then exchange again"
          : "chưa gửi được gì: \(text.vietnamese). Bỏ khóa ghi của USB hoặc chọn thư mục khác rồi đồng bộ lại")
    }
    return lines
  }
}
