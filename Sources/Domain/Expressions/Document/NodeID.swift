/// A node of a `Document`: cheap to copy, valid as long as the document lives.
package struct NodeID: Hashable, Sendable, Comparable {
  /// The place of the node in the document's arena.
  package let raw: Int32

  /// Names the node at a place of the arena.
  package init(raw: Int32) {
    self.raw = raw
  }

  /// The document node, the parent of the root element.
  package static let document = NodeID(raw: 0)

  /// Orders nodes by their place in the arena, which is not always document order.
  package static func < (left: NodeID, right: NodeID) -> Bool {
    left.raw < right.raw
  }

  var index: Int { Int(raw) }
}
