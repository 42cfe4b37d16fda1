import Foundation
import JSON
import Journal

/// Made-up logs of many laptops below `peers` of a store, so that one run of the program checks thousands of damages:
/// each laptop has one log, and each log one damage or a few that are far apart.
struct PeerLogs {
  let store: String
  private(set) var count = 0

  /// Logs in a store.
  init(_ store: String) { self.store = store }

  /// The device of a number.
  static func device(_ number: Int) -> String { "m" + String("000000\(number)".suffix(7)) }

  /// The lines of a log: a head, then answers.
  static func lines(_ device: String, count: Int, value: (Int) -> String = { "giá trị \($0)" }) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var previous = LineHash.zero
    for number in 1...count {
      let frame = LineFrame(
        device: device, epoch: "3f9c", number: UInt64(number), time: 1_795_212_796_512 + Int64(number),
        clock: HybridClock(raw: UInt64(1_795_212_796_512 + number) << 16), previous: previous)
      let draft =
        number == 1
        ? LineDraft(kind: "head", payload: ["app": "khaosat 0.1.0", "name": "Máy", "segment": 1, "why": "first"])
        : LineDraft(
          kind: "set", record: Workplace.record, field: "/data/q1",
          payload: ["value": .string(value(number)), "w": JSONValue.array([])])
      let bytes = LineEncoder.encode(draft, in: frame)
      previous = LineHash(of: bytes)
      lines.append(bytes)
    }
    return lines
  }

  /// Where the log of a device lies, as the program names it.
  static func label(_ device: String) -> String { "peers/\(device)/3f9c-0001.jsonl" }

  /// Puts the log of the next laptop there, after it was damaged.
  /// - Returns: its device.
  @discardableResult
  mutating func add(_ bytes: [UInt8], device: String? = nil) throws -> String {
    let device = device ?? Self.device(count)
    let folder = store + "/peers/" + device
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: store + "/" + Self.label(device)))
    count += 1
    return device
  }
}
