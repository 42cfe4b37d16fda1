/// Where the files of a batch go: into a folder in the clear, or sealed into one file.
protocol BatchTarget {
  /// The folder the batch will have.
  var folder: String { get }
  /// Takes a file; it is on the medium when the batch is finished at the latest.
  mutating func put(_ path: String, _ content: [UInt8]) throws(BatchProblem)
  /// Makes the batch whole.
  mutating func finish() throws(BatchProblem)
  /// Takes away what was written.
  mutating func abandon()
}

/// A batch as a folder in the clear.
struct ClearTarget: BatchTarget {
  private var part: PartFolder

  init(_ part: PartFolder) { self.part = part }

  var folder: String { part.folder }

  mutating func put(_ path: String, _ content: [UInt8]) throws(BatchProblem) { try part.write(path, content) }

  mutating func finish() throws(BatchProblem) { try part.finish() }

  mutating func abandon() { part.abandon() }
}
