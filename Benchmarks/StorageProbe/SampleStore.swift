import Fieldwork
import JSON
import Journal
import Records
import Synchronization

/// Makes the logs of a campaign for the measurements: visits, and records that are opened, answered, left half-way,
/// taken up again and finished. Nothing is synced: only what is measured afterwards counts.
final class SampleStore: Sendable {
  /// Lines of a record, as they come on average.
  static let linesARecord = 100

  let path: String
  private let clock = Mutex<Int64>(1_795_212_796_000)

  init(path: String) { self.path = path }

  /// Writes the logs of some devices; each has so many lines.
  func make(events: Int, devices: Int) throws {
    for device in 0..<devices {
      let name = "device000" + String(device, radix: 36)
      let area = device == 0 ? "data" : "peers"
      let writer = try open(path + "/" + area + "/" + name, name)
      try write(events, by: device, to: writer)
      try writer.close()
      if device == 0 { try own(name, epoch: writer.epoch) }
    }
  }

  private func open(_ directory: String, _ device: String) throws(JournalProblem) -> JournalWriter {
    var system = FileSystem.live
    system.fdatasync = { _ in }
    system.fsync = { _ in }
    return try JournalWriter.open(
      JournalOptions(
        directory: directory, device: device, epoch: nil, application: "khaosat 0.1.0", deviceName: "Máy " + device,
        now: { [self] in clock.withLock { $0 } }, random: { 0x3F9C }, fileSystem: system))
  }

  private func own(_ device: String, epoch: String) throws {
    let identity: JSONValue = [
      "v": 1, "device": .string(device), "name": "Máy", "machine": "", "epoch": .string(epoch),
    ]
    try FileSystem.live.replace(path + "/device.json", with: Array((identity.serialised() + "\n").utf8))
  }

  private func write(_ events: Int, by device: Int, to writer: JournalWriter) throws {
    var left = events
    try put([.user(name: "Nguyễn Thị Bình", team: "Tổ \(device)")], writer, &left)
    var number = 0
    while left > 0 {
      if number % 10 == 0 { try put([visit(number, device)], writer, &left) }
      try put(first(number, device), writer, &left)
      // Every second record is left in the middle and finished after the next one.
      if number % 2 == 1 {
        try put(rest(number, device), writer, &left)
        try put(rest(number - 1, device), writer, &left)
      }
      number += 1
    }
  }

  private func put(_ drafts: [EventDraft], _ writer: JournalWriter, _ left: inout Int) throws(JournalProblem) {
    var lines: [LineDraft] = []
    for draft in drafts.prefix(left) {
      let time = clock.withLock { clock in
        clock += 250
        return clock
      }
      var payload = draft.payload
      if draft.kind.isVersion { payload["w"] = [.string("00112233445566778899aabbccddeeff")] }
      lines.append(
        LineDraft(kind: draft.kind.name, record: draft.record, field: draft.field, payload: payload, time: time))
    }
    left -= lines.count
    _ = try writer.enqueue(lines, acknowledged: nil)
    if lines.count > 1 { try writer.flush() }
  }

  private func visit(_ number: Int, _ device: Int) -> EventDraft {
    .visit(
      Visit(
        id: "BG\(device)-\(number)", code: "BG\(device)-\(number)", label: "Cơ sở chế biến nông sản số \(number)",
        team: "Tổ \(device)", telephone: "0912345678", forms: ["khao_sat_co_so"],
        fields: ["xa": "Xã Tân Yên", "nganh": "Chế biến", "ghi_chu": "hẹn gặp buổi sáng"]))
  }

  private func record(_ number: Int, _ device: Int) -> String {
    let digits = String(number)
    return "0192b0a0-5b1e-7c3a-9d2\(device)-" + String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }

  private func first(_ number: Int, _ device: Int) -> [EventDraft] {
    let record = record(number, device)
    let opening = EventDraft.open(
      record: record, form: "khao_sat_co_so", version: "2026112001", sha256: String(repeating: "0", count: 64),
      visit: "BG\(device)-\(number / 10 * 10)", zone: "Asia/Ho_Chi_Minh")
    return [opening] + answers(record, 0..<30)
  }

  private func rest(_ number: Int, _ device: Int) -> [EventDraft] {
    let record = record(number, device)
    let done = EventDraft.done(
      record: record, revision: 1, instance: "uuid:" + record, deprecates: nil, label: "Cơ sở số \(number)", errors: 0,
      warnings: 1, xml: nil, submission: ["ten": "Cơ sở", "gia": "1250000", "nganh": ["ma": "10"]])
    return answers(record, 30..<74) + [.note(record: record, field: "/data/ten", text: "biển hiệu ghi khác"), done]
  }

  /// Three answers, then a kept place.
  private func answers(_ record: String, _ fields: Range<Int>) -> [EventDraft] {
    fields.flatMap { field -> [EventDraft] in
      let answer = EventDraft.set(
        record: record, field: "/data/muc_\(field % 9)/cau_\(field)", value: "\(field * 1250)")
      guard field % 3 == 2 else { return [answer] }
      return [
        answer,
        .checkpoint(
          record: record, place: "/data/muc_\(field % 9)/cau_\(field)", label: "Cơ sở", errors: 0, warnings: 1),
      ]
    }
  }
}
