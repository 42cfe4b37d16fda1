/// A batch as a folder in the clear.
struct ClearTarget: BatchTarget {
  private var part: PartFolder

  init(_ part: PartFolder) { self.part = part }

  var folder: String { part.folder }

  mutating func put(_ path: String, _ content: [UInt8]) throws(BatchProblem) { try part.write(path, content) }

  mutating func finish() throws(BatchProblem) { try part.finish() }

  mutating func abandon() { part.abandon() }
}
