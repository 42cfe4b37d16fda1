/// What the writing thread owns: the file, and the lines that are not on the medium yet.
struct Disk {
  /// Nil when the last try failed: the next one begins a new segment.
  var file: SegmentFile?
  /// Lines since the last good sync, in order, with what is to be called when they are safe.
  var waiting: [Waiting] = []
  /// Stretches of finished files that the next head must name.
  var dead: [DeadBytes] = []
  /// Why the last try failed.
  var failure: JournalProblem?
  var isClosed = false

  /// A line with the callback of the request it ends.
  struct Waiting {
    let line: WrittenLine
    let acknowledged: (@Sendable (Result<Acknowledgement, JournalProblem>) -> Void)?
  }
}
