internal import Expressions
internal import XML

/// A document as XML, for instances that a format cannot hold inside.
enum DocumentXML {
  /// The bytes of a document.
  static func bytes(_ document: Document) -> [UInt8] {
    var writer = XMLWriter()
    if let root = document.root { write(root, document, &writer) }
    return writer.bytes
  }

  /// Writes an element and everything in it.
  static func write(_ node: NodeID, _ document: Document, _ writer: inout XMLWriter) {
    writer.start(document.name(of: node), document.attributes(of: node).map { ($0.name, $0.value) })
    let children = document.children(of: node)
    if children.isEmpty { writer.text(document.value(of: node)) }
    for child in children { write(child, document, &writer) }
    writer.end()
  }
}
