/// The node that an expression looks from, and its place among those that a predicate looks at.
struct Focus {
  /// The document of the node when it is not the primary one.
  var document: Document?
  var node: Int32
  var position = 1
  var size = 1
}

/// Nodes that an expression gave, in document order.
struct Selection {
  /// The document of the nodes when it is not the primary one.
  var document: Document?
  var nodes: [Int32]
}
