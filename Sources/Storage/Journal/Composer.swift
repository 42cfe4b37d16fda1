internal import JSON

/// Gives lines their number, time, chain and segment. It decides where a segment ends when a line is composed, so a
/// line asked for while a segment is being sealed is already the next segment's.
struct Composer {
  /// A line or a change of file, in the order in which they reach the medium.
  enum Item {
    case line(WrittenLine)
    case segment(SegmentName)
  }

  private(set) var epoch: String
  private(set) var segment: Int
  private var number: UInt64
  private var hash: LineHash
  private var clock: HybridClock
  private var lastWall: Int64
  private var bytes = 0
  private var lines = 0
  private var startedAt: Int64
  private var running = SegmentHash()
  private let options: JournalOptions

  /// Begins a new epoch; its first file is the segment 1.
  init(newEpoch epoch: String, after wall: Int64, clock: HybridClock, options: JournalOptions) {
    self.epoch = epoch
    segment = 0
    number = 0
    hash = .zero
    self.clock = max(clock, options.observed)
    lastWall = wall
    startedAt = 0
    self.options = options
  }

  /// Goes on behind a clean end.
  init(after end: LogEnd, options: JournalOptions) {
    epoch = end.name.epoch
    segment = end.name.segment
    number = end.last.number
    hash = end.hash
    clock = max(end.last.clock, options.observed)
    lastWall = end.last.time
    bytes = end.size
    lines = end.lines
    startedAt = end.startedAt
    running = end.running
    self.options = options
  }

  /// The file the next line goes to.
  var segmentName: SegmentName { SegmentName(epoch: epoch, segment: segment) }

  /// The number of the last line composed.
  var lastNumber: UInt64 { number }

  /// Takes notice of a clock value seen elsewhere.
  mutating func observe(_ other: HybridClock) { clock = max(clock, other) }

  /// Composes lines, with a seal and a new segment before them when it is time, and a clock line when the wall clock
  /// went back.
  mutating func compose(_ drafts: [LineDraft]) throws(JournalProblem) -> (items: [Item], lines: [WrittenLine]) {
    for draft in drafts {
      guard !draft.kind.isEmpty, draft.kind.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
      else { throw .badName(draft.kind) }
    }
    // Nothing is numbered before everything is known to fit: a number is never used twice and never left out.
    let before = self
    var items: [Item] = []
    var written: [WrittenLine] = []
    do throws(JournalProblem) {
      for draft in drafts {
        let now = draft.time ?? options.now()
        if now < lastWall - options.clockTolerance {
          items.append(.line(try add(clockDraft(now), at: now)))
        }
        let line = try add(draft, at: now, rotating: &items)
        items.append(.line(line))
        written.append(line)
      }
    } catch {
      self = before
      throw error
    }
    return (items, written)
  }

  /// Composes the head of a segment that follows a failure; the lines in `resent` go into it before the head.
  mutating func beginAgain(
    segment next: Int, dead: [DeadBytes], resent: [WrittenLine]
  ) throws(JournalProblem) -> WrittenLine {
    segment = next
    bytes = 0
    lines = 0
    running = SegmentHash()
    startedAt = options.now()
    for line in resent { count(line.bytes) }
    return try add(head("sync", dead: dead, resent: resent.count), at: options.now())
  }

  /// Composes the head of a new segment: the first of an epoch, or the one after a sealed one.
  mutating func begin(
    _ why: String, previous: EpochEnd? = nil, dead: [DeadBytes] = []
  ) throws(JournalProblem) -> [Item] {
    segment += 1
    bytes = 0
    lines = 0
    running = SegmentHash()
    startedAt = options.now()
    let head = head(why, previous: previous, dead: dead)
    return [.segment(segmentName), .line(try add(head, at: startedAt))]
  }

  /// Leaves the epoch where it is and begins another one, because somebody else wrote under this one.
  mutating func beginEpoch(_ next: String) throws(JournalProblem) -> [Item] {
    let before = self
    let previous = EpochEnd(epoch: epoch, number: number, hash: hash)
    epoch = next
    segment = 0
    number = 0
    hash = .zero
    do throws(JournalProblem) { return try begin("epoch", previous: previous) } catch {
      self = before
      throw error
    }
  }

  private mutating func add(
    _ draft: LineDraft, at now: Int64, rotating items: inout [Item]
  ) throws(JournalProblem) -> WrittenLine {
    let before = self
    let line = try add(draft, at: now)
    let isOld = startedAt <= now && now - startedAt > options.segmentAge
    guard before.lines > 1, before.bytes + line.bytes.count + Self.sealRoom > options.segmentBytes || isOld else {
      return line
    }
    // A segment whose beginning cannot be read now is sealed later.
    var sealed = before
    guard let hash = sealed.running.value() else { return line }
    self = sealed
    let seal: JSONObject = [
      "segment": .integer(segment), "lines": .integer(lines), "sha256": .string(hash.hex),
    ]
    items.append(.line(try add(LineDraft(kind: "seal", payload: seal), at: now)))
    items += try begin("rotate")
    return try add(draft, at: now)
  }

  private mutating func add(_ draft: LineDraft, at now: Int64) throws(JournalProblem) -> WrittenLine {
    let clock = clock.next(at: now)
    let frame = LineFrame(
      device: options.device, epoch: epoch, number: number + 1, time: now, clock: clock, previous: hash)
    let bytes =
      if let seal = options.seal {
        try LineEncoder.encode(draft, in: frame, sealing: seal)
      } else {
        LineEncoder.encode(draft, in: frame)
      }
    guard bytes.count <= LineEncoder.greatestLength else { throw .lineTooLong(bytes.count) }
    number += 1
    self.clock = clock
    lastWall = now
    hash = LineHash(of: bytes)
    count(bytes)
    return WrittenLine(frame: frame, hash: hash, bytes: bytes)
  }

  private mutating func count(_ line: [UInt8]) {
    bytes += line.count
    lines += 1
    running.update(line)
  }

  private func clockDraft(_ now: Int64) -> LineDraft {
    LineDraft(
      kind: "clock", payload: ["was": .string(Timestamp.text(lastWall)), "now": .string(Timestamp.text(now))])
  }

  private func head(
    _ why: String, previous: EpochEnd? = nil, dead: [DeadBytes] = [], resent: Int = 0
  ) -> LineDraft {
    var payload: JSONObject = [
      "app": .string(options.application), "name": .string(options.deviceName), "segment": .integer(segment),
      "why": .string(why),
    ]
    if let previous, previous.number > 0 {
      payload["previous"] = [
        "e": .string(previous.epoch), "n": .integer(previous.number), "p": .string(previous.hash.hex),
      ]
    }
    if !dead.isEmpty { payload["dead"] = .array(dead.prefix(Self.greatestDead).map(\.json)) }
    if resent > 0 { payload["resent"] = .integer(resent) }
    return LineDraft(kind: "head", payload: payload)
  }

  /// Room kept for the seal itself.
  private static let sealRoom = 512
  /// A head names at most so many dead stretches; further ones stay damage that `verify` reports.
  private static let greatestDead = 64
}
