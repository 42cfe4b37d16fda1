internal import Glibc
internal import Journal

/// A stretch of a log file read into steps: every line checked, hashed and compared with the one before.
struct ChunkScan: Sendable {
  /// The lines of one record in the chunk.
  struct Slot: Sendable {
    var record: RecordID
    /// First and last step.
    var first: Int32
    var last: Int32
    /// The latest `ckpt` or `done`, and what it says for lists.
    var newest: Int32 = -1
    var summary = RecordSummary()
  }

  /// A line whose predecessor is not the line before it in the chunk.
  struct Break: Sendable {
    let step: Int
    let previous: LineHash
    var line: Int
  }

  /// All lines of the log, in order.
  var steps: [LineStep] = []
  var slots: [Slot] = []
  /// Payloads that decide something about a record.
  var bodies: [LineBody] = []
  /// Lines that concern no record, or are told in another way: with the step that has their number and name.
  var others: [(step: Int, incoming: Projection.Incoming)] = []
  var damaged: [Damage] = []
  var breaks: [Break] = []
  var cover = SegmentCover()

  /// What was asked to be read.
  let chunk: ReplayPlan.Chunk

  init(_ chunk: ReplayPlan.Chunk) { self.chunk = chunk }
}

/// Reads a chunk.
struct ChunkReader {
  private var scan: ChunkScan
  private let bytes: UnsafeRawBufferPointer
  /// Offset of the bytes in their file.
  private let base: Int
  private let origin: Origin
  private let seal: (any Seal)?
  private var texts = TextCache()
  private var last: (number: UInt64, hash: LineHash)?
  private var table = RawTable()
  private var record: UnsafeRawBufferPointer?
  private var slot: Int32 = -1
  private var newestBodies: [NewestBody] = []

  /// What the latest `ckpt` or `done` of a record says: where it stands among the bytes, or what was sealed there.
  private enum NewestBody {
    case none
    case raw(UnsafeRawBufferPointer)
    case opened(LineBody)
  }

  /// Reads bytes that begin at a line and end with one, or with the file.
  static func scan(
    _ bytes: UnsafeRawBufferPointer, at base: Int, of chunk: ReplayPlan.Chunk, _ seal: (any Seal)?
  ) -> ChunkScan {
    var reader = ChunkReader(scan: ChunkScan(chunk), bytes: bytes, base: base, origin: chunk.origin, seal: seal)
    reader.scan.steps.reserveCapacity(bytes.count / 280 + 8)
    SegmentScanner.scan(bytes) { reader.see($0) }
    return reader.finished()
  }

  private init(
    scan: ChunkScan, bytes: UnsafeRawBufferPointer, base: Int, origin: Origin, seal: (any Seal)?
  ) {
    self.seal = seal
    self.scan = scan
    self.bytes = bytes
    self.base = base
    self.origin = origin
  }

  private mutating func see(_ line: ScannedLine) {
    let offset = base + line.offset
    guard let view = line.view, view.belongs(toDevice: origin.device, epoch: origin.epoch) else {
      scan.cover.see(line, at: offset, hash: nil)
      // The writer may be at work at the open end of a log, and the next head names what it left there.
      let kind = line.view == nil ? line.damage ?? .frame : .foreign
      if kind != .torn { damage(line.number, kind) }
      return
    }
    let hash = view.hash
    scan.cover.see(line, at: offset, hash: hash)
    var step = LineStep(view, hash: hash, offset: offset, length: line.length, origin: chunk.originNumber)
    step.chunk = chunk.number
    if let last, last.number + 1 == view.number {
      if last.hash != view.previous { damage(line.number, .chain) }
    } else {
      scan.breaks.append(ChunkScan.Break(step: scan.steps.count, previous: view.previous, line: line.number))
    }
    last = (view.number, hash)
    let opened = opened(view, line.number)
    step.isLocked = opened?.isSealed == true
    // A line in another order of keys was read from a copy that is gone after this call.
    guard let raw = view.rawRecord, view.rawGroup == nil, isInside(raw) else {
      aside(view, opened, step)
      return
    }
    add(view, opened, raw, step)
  }

  /// The payload of a sealed line, opened if its key is here; nil when it is not sealed.
  private mutating func opened(_ view: LineView, _ line: Int) -> LineBody? {
    guard view.isSealed else { return nil }
    let payload = OpenedPayload(view, seal)
    if payload.isDamaged { damage(line, .payload) }
    return payload.body
  }

  private var chunk: ReplayPlan.Chunk { scan.chunk }

  private mutating func damage(_ line: Int, _ kind: DamageKind) {
    scan.damaged.append(Damage(file: chunk.file.label, line: line, kind: kind))
  }

  private func isInside(_ part: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress, let address = part.baseAddress else { return false }
    return address >= start && address < start + bytes.count
  }

  private mutating func aside(_ view: LineView, _ opened: LineBody?, _ step: LineStep) {
    var step = step
    step.kind = .aside
    if view.rawRecord != nil || view.rawGroup != nil || !view.isSilent {
      let event = Event(view, hash: step.hash, origin: origin, body: opened ?? view.body, texts: &texts)
      let run = LineRun(file: chunk.fileNumber, offset: step.offset, length: Int(step.length))
      scan.others.append((scan.steps.count, Projection.Incoming(event: event, group: view.group, run: run)))
    }
    scan.steps.append(step)
  }

  private mutating func add(
    _ view: LineView, _ opened: LineBody?, _ raw: UnsafeRawBufferPointer, _ step: LineStep
  ) {
    var step = step
    let place = Int32(scan.steps.count)
    if !Self.isSame(raw, record) {
      record = raw
      slot = table.number(of: raw)
      if Int(slot) == scan.slots.count {
        scan.slots.append(ChunkScan.Slot(record: "", first: place, last: -1))
        newestBodies.append(.none)
      }
    }
    let here = Int(slot)
    switch step.kind {
    case .open, .move, .review:
      step.body = Int32(scan.bodies.count)
      scan.bodies.append(opened ?? view.body)
    case .checkpoint, .done:
      let newest = scan.slots[here].newest
      // Mostly lines stand in the order of merging; a clock that stood still is decided by the number.
      if newest < 0 || Self.isBefore(scan.steps[Int(newest)], step) {
        scan.slots[here].newest = place
        newestBodies[here] = opened.map { .opened($0) } ?? .raw(view.rawBody)
      }
    default: break
    }
    let before = scan.slots[here].last
    if before >= 0 { scan.steps[Int(before)].next = place }
    scan.slots[here].last = place
    scan.steps.append(step)
  }

  /// The order of merging within one log.
  private static func isBefore(_ left: LineStep, _ right: LineStep) -> Bool {
    if left.clock != right.clock { return left.clock < right.clock }
    return left.number != right.number ? left.number < right.number : left.hash < right.hash
  }

  @inline(__always)
  static func isSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer?) -> Bool {
    guard let right, left.count == right.count, let one = left.baseAddress, let other = right.baseAddress else {
      return false
    }
    return memcmp(one, other, left.count) == 0
  }

  private consuming func finished() -> ChunkScan {
    for place in scan.slots.indices {
      scan.slots[place].record = LineView.text(table.texts[place])
      switch newestBodies[place] {
      case .none: break
      case .raw(let bytes):
        scan.slots[place].summary = RecordSummary(LineBody(text: String(decoding: bytes, as: UTF8.self)))
      case .opened(let body): scan.slots[place].summary = RecordSummary(body)
      }
    }
    return scan
  }
}
