/// Nodes of one document, in document order.
package struct NodeSet: Sendable {
  /// The document that the nodes belong to.
  package let document: Document
  /// The nodes.
  package var nodes: [NodeID]

  /// Holds nodes of a document.
  package init(document: Document, nodes: [NodeID]) {
    self.document = document
    self.nodes = nodes
  }

  /// The texts of the nodes.
  package var values: [String] { nodes.map { document.value(of: $0) } }

  /// How many nodes there are.
  package var count: Int { nodes.count }
}
