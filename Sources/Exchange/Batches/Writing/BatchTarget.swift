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
