/// Who reads each node of a form: the readers of all nodes in one row, so that following them makes and keeps nothing.
package struct ReaderTable: Sendable {
  /// For each node where its readers begin; one more at the end.
  private let starts: [Int32]
  private let readers: [DependencyGraph.Reader]

  /// Joins the readers of every node.
  init(_ lists: [[DependencyGraph.Reader]] = []) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(lists.count + 1)
    var readers: [DependencyGraph.Reader] = []
    for list in lists {
      readers += list
      starts.append(Int32(readers.count))
    }
    self.starts = starts
    self.readers = readers
  }

  /// The places of a node's readers.
  package func places(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The reader at a place.
  package subscript(place: Int) -> DependencyGraph.Reader { readers[place] }
}
