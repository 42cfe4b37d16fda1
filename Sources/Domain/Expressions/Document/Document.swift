/// A document as an arena of nodes: an XML document, a secondary instance, or a filled form.
///
/// A value: copying is cheap, and a copy that is changed leaves the other as it was. Node ids stay valid through
/// changes and are not used twice.
package struct Document: Sendable {
  struct Node: Sendable {
    var name: Name
    var parent: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1
    /// The next sibling of the same name.
    var nextSame: Int32 = -1
    var firstAttribute: Int32 = -1
    var childCount: Int32 = 0
    var kind: Kind
    var type: LeafType = .string
    var hidden = false
    var value: String = ""
  }

  enum Kind: UInt8, Sendable {
    case document, element, attribute, removed
  }

  /// From this many children on, a parent's children are found by name through a table.
  static let tableThreshold = 8

  var nodes: [Node]
  var runs = ChildTable()
  var hiddenCount = 0
  /// What was derived from this state of the document.
  var derived: DerivedIndexes
  /// What was derived from its structure.
  var order: DerivedOrder

  /// Makes a document of nothing but the document node.
  package init() {
    nodes = [Node(name: .none, kind: .document)]
    derived = DerivedIndexes()
    order = DerivedOrder()
  }

  /// The root element.
  package var root: NodeID? {
    let first = nodes[0].firstChild
    return first < 0 ? nil : NodeID(raw: first)
  }

  /// How many places the arena has, removed nodes included.
  package var capacity: Int { nodes.count }

  /// The name as written, prefix included; empty for the document node.
  package func name(of node: NodeID) -> String {
    nodes[node.index].name.text
  }

  /// The interned name.
  package func interned(of node: NodeID) -> Name {
    nodes[node.index].name
  }

  /// The text of a leaf or the value of an attribute.
  package func value(of node: NodeID) -> String {
    nodes[node.index].value
  }

  /// What the text of a leaf stands for.
  package func type(of node: NodeID) -> LeafType {
    nodes[node.index].type
  }

  /// The parent; nil for the document node and for a removed node.
  package func parent(of node: NodeID) -> NodeID? {
    let parent = nodes[node.index].parent
    return parent < 0 ? nil : NodeID(raw: parent)
  }

  /// The child elements in order.
  package func children(of node: NodeID) -> [NodeID] {
    var found: [NodeID] = []
    var child = nodes[node.index].firstChild
    while child >= 0 {
      found.append(NodeID(raw: child))
      child = nodes[Int(child)].next
    }
    return found
  }

  /// The child elements of one name in order.
  package func children(of node: NodeID, named name: String) -> [NodeID] {
    children(of: node, named: Name(name))
  }

  /// The child elements of one name in order.
  package func children(of node: NodeID, named name: Name) -> [NodeID] {
    var found: [NodeID] = []
    var child = firstChild(of: node.raw, named: name)
    while child >= 0 {
      found.append(NodeID(raw: child))
      child = nodes[Int(child)].nextSame
    }
    return found
  }

  /// The first child element of a name.
  package func child(of node: NodeID, named name: String) -> NodeID? {
    child(of: node, named: Name(name))
  }

  /// The first child element of a name.
  package func child(of node: NodeID, named name: Name) -> NodeID? {
    let found = firstChild(of: node.raw, named: name)
    return found < 0 ? nil : NodeID(raw: found)
  }

  /// The next sibling of the same name.
  package func nextSibling(ofSameName node: NodeID) -> NodeID? {
    let next = nodes[node.index].nextSame
    return next < 0 ? nil : NodeID(raw: next)
  }

  /// The first child, the start of a walk with `nextSibling(of:)`.
  package func firstChild(of node: NodeID) -> NodeID? {
    let first = nodes[node.index].firstChild
    return first < 0 ? nil : NodeID(raw: first)
  }

  /// The sibling that follows.
  package func nextSibling(of node: NodeID) -> NodeID? {
    let next = nodes[node.index].next
    return next < 0 ? nil : NodeID(raw: next)
  }

  /// The value of an attribute.
  package func attribute(_ name: String, of node: NodeID) -> String? {
    let wanted = Name(name)
    var attribute = nodes[node.index].firstAttribute
    while attribute >= 0 {
      if nodes[Int(attribute)].name == wanted { return nodes[Int(attribute)].value }
      attribute = nodes[Int(attribute)].next
    }
    return nil
  }

  /// The attributes in the order they were set.
  package func attributes(of node: NodeID) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var attribute = nodes[node.index].firstAttribute
    while attribute >= 0 {
      found.append((nodes[Int(attribute)].name.text, nodes[Int(attribute)].value))
      attribute = nodes[Int(attribute)].next
    }
    return found
  }

  /// Whether the node itself is marked as hidden.
  package func isHidden(of node: NodeID) -> Bool {
    nodes[node.index].hidden
  }

  /// Whether the node or one of its ancestors is hidden.
  package func isConcealed(_ node: NodeID) -> Bool {
    guard hiddenCount > 0 else { return false }
    var place = node.raw
    while place >= 0 {
      if nodes[Int(place)].hidden { return true }
      place = nodes[Int(place)].parent
    }
    return false
  }

  /// Whether the node is still part of the document.
  package func contains(_ node: NodeID) -> Bool {
    node.index < nodes.count && nodes[node.index].kind != .removed
  }

  /// Appends the visible children of one name of several parents, in order.
  func appendChildren(of parents: [Int32], named name: Name, to found: inout [Int32]) {
    nodes.withUnsafeBufferPointer { nodes in
      for parent in parents {
        var child: Int32 = -1
        if nodes[Int(parent)].childCount >= Self.tableThreshold {
          child = runs[parent, name]?.first ?? -1
        } else {
          child = nodes[Int(parent)].firstChild
          while child >= 0, nodes[Int(child)].name != name { child = nodes[Int(child)].next }
        }
        while child >= 0 {
          if !nodes[Int(child)].hidden { found.append(child) }
          child = nodes[Int(child)].nextSame
        }
      }
    }
  }

  func firstChild(of parent: Int32, named name: Name) -> Int32 {
    if nodes[Int(parent)].childCount >= Self.tableThreshold {
      return runs[parent, name]?.first ?? -1
    }
    var child = nodes[Int(parent)].firstChild
    while child >= 0 {
      if nodes[Int(child)].name == name { return child }
      child = nodes[Int(child)].next
    }
    return -1
  }
}
