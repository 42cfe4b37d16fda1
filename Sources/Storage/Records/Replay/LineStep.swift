internal import Glibc
internal import Journal

/// What the fold of a record takes of one of its lines: plain numbers, so that a million of them are little.
struct LineStep: Sendable {
  /// What a line does to its record.
  enum Kind: UInt8 {
    case change, open, move, checkpoint, done, reopen, void, review, other
    /// A line that does not go into the fold of a record here.
    case aside
    /// A line that is known already.
    case known
  }

  var hash: LineHash
  var clock: HybridClock
  var number: UInt64
  var time: Int64
  /// Where the line begins in its file.
  var offset: Int
  var length: Int32
  /// Place in the table of origins of whoever folds.
  var origin: Int32
  /// Place of the chunk the line was read from.
  var chunk: Int32 = 0
  /// Place of the payload among those kept, for the kinds that are decided by it; -1 for none.
  var body: Int32 = -1
  /// The next step of the same record in the chunk; -1 for none.
  var next: Int32 = -1
  var kind: Kind
  /// Whether its payload is sealed with a key that is not here.
  var isLocked = false

  /// The step of a line.
  @inline(__always)
  init(_ view: LineView, hash: LineHash, offset: Int, length: Int, origin: Int32) {
    self.hash = hash
    clock = view.clock
    number = view.number
    time = view.time
    self.offset = offset
    self.length = Int32(truncatingIfNeeded: length)
    self.origin = origin
    kind = Kind(view.rawKind)
  }

  /// The step of an event in memory.
  init(_ event: Event) {
    hash = event.hash
    clock = event.clock
    number = event.number
    time = event.time
    offset = 0
    length = 0
    origin = 0
    isLocked = event.body.isSealed
    kind =
      switch event.kind {
      case .set, .unset, .missing, .merge, .add, .remove: .change
      case .open: .open
      case .move: .move
      case .ckpt: .checkpoint
      case .done: .done
      case .reopen: .reopen
      case .void: .void
      case .review: .review
      default: .other
      }
  }
}

extension LineStep.Kind {
  /// Reads a kind; the frequent ones are compared first.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    func isText(_ text: StaticString) -> Bool {
      guard let base = bytes.baseAddress, text.utf8CodeUnitCount == bytes.count else { return false }
      return memcmp(base, text.utf8Start, bytes.count) == 0
    }
    if isText("set") {
      self = .change
    } else if isText("ckpt") {
      self = .checkpoint
    } else if isText("unset") || isText("add") || isText("remove") || isText("missing") || isText("merge") {
      self = .change
    } else if isText("open") {
      self = .open
    } else if isText("done") {
      self = .done
    } else if isText("move") {
      self = .move
    } else if isText("review") {
      self = .review
    } else if isText("reopen") {
      self = .reopen
    } else if isText("void") {
      self = .void
    } else {
      self = .other
    }
  }
}
