/// One place of a log that is not as it should be.
package struct Damage: Sendable, Equatable {
  /// File, as the caller named it.
  package var file: String
  /// Line in it from 1; 0 when the whole file is meant.
  package var line: Int
  /// What is wrong.
  package var kind: DamageKind
  /// The record concerned, where that is known.
  package var record: String?

  /// Joins the parts.
  package init(file: String, line: Int, kind: DamageKind, record: String? = nil) {
    self.file = file
    self.line = line
    self.kind = kind
    self.record = record
  }
}

/// Numbers that are missing between lines that are there.
package struct Gap: Sendable, Equatable {
  /// Device.
  package var device: String
  /// Epoch.
  package var epoch: String
  /// First missing number.
  package var from: UInt64
  /// Last missing number.
  package var to: UInt64
  /// What `p` of the line after the gap says of its last line: proof of a line brought back. Nil at the end of a log.
  package var next: LineHash?
  /// Name of the line before the gap; zero when the epoch begins with it.
  package var before: LineHash

  /// Joins the parts.
  package init(device: String, epoch: String, from: UInt64, to: UInt64, next: LineHash?, before: LineHash) {
    self.device = device
    self.epoch = epoch
    self.from = from
    self.to = to
    self.next = next
    self.before = before
  }
}

/// Different lines with one device, epoch and number: two machines wrote under one name.
package struct Fork: Sendable, Hashable {
  /// Device.
  package var device: String
  /// Epoch.
  package var epoch: String
  /// First number with two lines.
  package var number: UInt64

  /// Joins the parts.
  package init(device: String, epoch: String, number: UInt64) {
    self.device = device
    self.epoch = epoch
    self.number = number
  }
}

/// What a check of logs found.
package struct VerificationReport: Sendable, Equatable {
  /// Valid lines, identical ones counted once.
  package var lines = 0
  /// Everything wrong, in order of file and line.
  package var damaged: [Damage] = []
  /// Damaged stretches between two lines of which every line is there from another copy: nothing is lost.
  package var healed: [Damage] = []
  /// Missing numbers.
  package var gaps: [Gap] = []
  /// Lines that are there and that the line after them does not name, each as a gap: a copy may have the genuine one.
  package var contradicted: [Gap] = []
  /// Where each log ends, as a gap without end: a copy may have more.
  package var ends: [Gap] = []
  /// Forked epochs.
  package var forks: [Fork] = []
  /// Dead bytes that heads name; no damage.
  package var deadBytes = 0

  /// A report of nothing.
  package init() {}

  /// Whether nothing at all is wrong.
  package var isClean: Bool { damaged.isEmpty && gaps.isEmpty && forks.isEmpty }
}
