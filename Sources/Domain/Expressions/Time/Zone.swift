/// A time zone: the transitions of a TZif file with the rule of its footer, or a fixed offset.
package struct Zone: Sendable, Equatable {
  /// The name under which the zone is known, as in `Asia/Ho_Chi_Minh`.
  package let name: String
  /// When an offset begins, in seconds since 1970 in UTC, ascending.
  private let transitions: [Int64]
  /// The offset from each transition on, in seconds east of Greenwich.
  private let offsets: [Int32]
  /// The offset before the first transition.
  private let initial: Int32
  /// What holds after the last transition.
  private let rule: ZoneRule?

  private init(name: String, transitions: [Int64], offsets: [Int32], initial: Int32, rule: ZoneRule?) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.initial = initial
    self.rule = rule
  }

  /// Coordinated universal time.
  package static let utc = fixed(minutes: 0)

  /// A zone that is always the same number of minutes ahead of UTC.
  package static func fixed(minutes: Int) -> Zone {
    let sign = minutes < 0 ? "-" : "+"
    let size = minutes.magnitude
    let name = minutes == 0 ? "UTC" : "UTC\(sign)\(twoDigits(Int(size / 60))):\(twoDigits(Int(size % 60)))"
    return Zone(name: name, transitions: [], offsets: [], initial: Int32(minutes * 60), rule: nil)
  }

  /// Reads a compiled zone file (RFC 9636). Gives nil when the bytes are no such file.
  package init?(tzif bytes: [UInt8], name: String) {
    var reader = ZoneFileReader(bytes: bytes)
    guard let contents = reader.read() else { return nil }
    self.init(
      name: name, transitions: contents.transitions, offsets: contents.offsets, initial: contents.initial,
      rule: contents.footer.isEmpty ? nil : ZoneRule(posix: contents.footer))
  }

  /// Seconds to add to UTC for local time.
  package func offset(at utcSeconds: Int64) -> Int32 {
    guard let last = transitions.last else { return rule?.offset(at: utcSeconds) ?? initial }
    if utcSeconds >= last { return rule?.offset(at: utcSeconds) ?? offsets[offsets.count - 1] }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= utcSeconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initial : offsets[low - 1]
  }

  /// The instant of a local wall-clock time. A time that occurs twice means the earlier one; a time that is skipped means
  /// the instant as far after the gap began as the clock time lies in it.
  package func utcSeconds(local: Int64) -> Int64 {
    let before = offset(at: local - 86_400)
    let after = offset(at: local + 86_400)
    let early = local - Int64(before)
    if offset(at: early) == before { return early }
    let late = local - Int64(after)
    if offset(at: late) == after { return late }
    return early
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
