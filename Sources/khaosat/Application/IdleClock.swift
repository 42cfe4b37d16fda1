internal import Glibc

/// How long no key was pressed. It goes on while the laptop sleeps, so a lid that is opened again shows a locked screen.
struct IdleClock {
  /// Milliseconds after which the screen is locked; nil for never.
  private let limit: Int64?
  private let now: () -> Int64
  private var last: Int64

  /// Begins now.
  init(minutes: Double?, now: @escaping () -> Int64 = IdleClock.sinceBoot) {
    limit = minutes.flatMap { $0 > 0 ? Int64(min($0, 1_000_000) * 60_000) : nil }
    self.now = now
    last = now()
  }

  /// A key was pressed.
  mutating func touch() { last = now() }

  /// Whether it is time to lock.
  var isOver: Bool { limit.map { now() - last >= $0 } ?? false }

  /// How long to wait for a key at most, in milliseconds; nil for as long as it takes.
  func wait(atMost wanted: Int?) -> Int? {
    guard let limit else { return wanted }
    let rest = Int(clamping: max(1, min(limit - (now() - last), 3_600_000)))
    return wanted.map { min($0, rest) } ?? rest
  }

  private static func sinceBoot() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
