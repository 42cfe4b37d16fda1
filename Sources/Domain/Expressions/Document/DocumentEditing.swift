extension Document {
  /// Makes room for so many further nodes.
  package mutating func reserveCapacity(_ count: Int) { nodes.reserveCapacity(nodes.count + count) }

  /// Adds an element as the last child.
  @discardableResult
  package mutating func appendElement(_ name: String, to parent: NodeID, value: String = "") -> NodeID {
    insert(Node(name: Name(name), kind: .element, value: value), to: parent.raw, before: -1)
  }

  /// Adds an element with an interned name as the last child.
  @discardableResult
  package mutating func appendElement(_ name: Name, to parent: NodeID, value: String = "") -> NodeID {
    insert(Node(name: name, kind: .element, value: value), to: parent.raw, before: -1)
  }

  /// Adds an element before a sibling, or as the last child.
  @discardableResult
  package mutating func insertElement(
    _ name: String, to parent: NodeID, before sibling: NodeID?, value: String = ""
  ) -> NodeID {
    insert(Node(name: Name(name), kind: .element, value: value), to: parent.raw, before: sibling?.raw ?? -1)
  }

  /// Sets an attribute, replacing an earlier value.
  package mutating func setAttribute(_ name: String, _ value: String, on node: NodeID) {
    let wanted = Name(name)
    restructured()
    var last: Int32 = -1
    var attribute = nodes[node.index].firstAttribute
    while attribute >= 0 {
      if nodes[Int(attribute)].name == wanted {
        nodes[Int(attribute)].value = value
        return
      }
      last = attribute
      attribute = nodes[Int(attribute)].next
    }
    let id = Int32(nodes.count)
    nodes.append(Node(name: wanted, parent: node.raw, kind: .attribute, value: value))
    if last < 0 { nodes[node.index].firstAttribute = id } else { nodes[Int(last)].next = id }
  }

  /// Removes a node with all below it. The document node stays.
  package mutating func remove(_ node: NodeID) {
    guard node != .document, contains(node), nodes[node.index].kind == .element else { return }
    restructured()
    let gone = nodes[node.index]
    if gone.previous >= 0 {
      nodes[Int(gone.previous)].next = gone.next
    } else {
      nodes[Int(gone.parent)].firstChild = gone.next
    }
    if gone.next >= 0 {
      nodes[Int(gone.next)].previous = gone.previous
    } else {
      nodes[Int(gone.parent)].lastChild = gone.previous
    }
    nodes[Int(gone.parent)].childCount -= 1
    relink(gone.parent, gone.name)
    discard(node.raw)
  }

  /// Changes the text of a leaf.
  package mutating func setValue(_ node: NodeID, _ value: String) {
    changed()
    nodes[node.index].value = value
  }

  /// Hides a node or shows it again. A hidden node and all below it are invisible to location steps.
  package mutating func setHidden(_ node: NodeID, _ hidden: Bool) {
    guard nodes[node.index].hidden != hidden else { return }
    changed()
    nodes[node.index].hidden = hidden
    hiddenCount += hidden ? 1 : -1
  }

  /// Says what the text of a leaf stands for.
  package mutating func setType(_ node: NodeID, _ type: LeafType) {
    changed()
    nodes[node.index].type = type
  }

  /// Copies a node with its attributes, types, hidden marks and all below it, also from another document.
  @discardableResult
  package mutating func appendCopy(
    of node: NodeID, in source: Document, to parent: NodeID, before sibling: NodeID? = nil
  )
    -> NodeID
  {
    let original = source.nodes[node.index]
    var copy = Node(name: original.name, kind: .element, value: original.value)
    copy.type = original.type
    let id = insert(copy, to: parent.raw, before: sibling?.raw ?? -1)
    if original.hidden { setHidden(id, true) }
    for attribute in source.attributes(of: node) { setAttribute(attribute.name, attribute.value, on: id) }
    var child = original.firstChild
    while child >= 0 {
      appendCopy(of: NodeID(raw: child), in: source, to: id)
      child = source.nodes[Int(child)].next
    }
    return id
  }

  /// Forgets what was derived from the document before a change.
  private mutating func changed() {
    if derived.isUsed { derived = DerivedIndexes() }
  }

  /// Forgets what was derived from values and structure before a change of structure.
  private mutating func restructured() {
    changed()
    if order.isUsed { order = DerivedOrder() }
  }

  private mutating func insert(_ new: Node, to parent: Int32, before sibling: Int32) -> NodeID {
    restructured()
    let id = Int32(nodes.count)
    var node = new
    node.parent = parent
    node.next = sibling
    node.previous = sibling >= 0 ? nodes[Int(sibling)].previous : nodes[Int(parent)].lastChild
    nodes.append(node)
    if node.previous >= 0 {
      nodes[Int(node.previous)].next = id
    } else {
      nodes[Int(parent)].firstChild = id
    }
    if sibling >= 0 {
      nodes[Int(sibling)].previous = id
    } else {
      nodes[Int(parent)].lastChild = id
    }
    nodes[Int(parent)].childCount += 1
    link(id, parent: parent, appended: sibling < 0)
    return NodeID(raw: id)
  }

  /// Joins a new child to the chain of its name.
  private mutating func link(_ id: Int32, parent: Int32, appended: Bool) {
    let count = nodes[Int(parent)].childCount
    if count == Self.tableThreshold {
      tabulate(parent)
    } else if count > Self.tableThreshold {
      let name = nodes[Int(id)].name
      guard let run = runs[parent, name] else {
        runs[parent, name] = ChildTable.Run(first: id, last: id)
        return
      }
      if appended {
        nodes[Int(run.last)].nextSame = id
        runs[parent, name] = ChildTable.Run(first: run.first, last: id)
      } else {
        relink(parent, name)
      }
    } else if appended {
      // Among few children the one before of the same name is found by looking.
      var before = nodes[Int(id)].previous
      while before >= 0, nodes[Int(before)].name != nodes[Int(id)].name { before = nodes[Int(before)].previous }
      if before >= 0 { nodes[Int(before)].nextSame = id }
    } else {
      relink(parent, nodes[Int(id)].name)
    }
  }

  /// Enters every name below a parent into the table.
  private mutating func tabulate(_ parent: Int32) {
    var done: Set<Name> = []
    var child = nodes[Int(parent)].firstChild
    while child >= 0 {
      if done.insert(nodes[Int(child)].name).inserted { relink(parent, nodes[Int(child)].name) }
      child = nodes[Int(child)].next
    }
  }

  /// Builds the chain of one name anew.
  private mutating func relink(_ parent: Int32, _ name: Name) {
    var run: ChildTable.Run?
    var child = nodes[Int(parent)].firstChild
    while child >= 0 {
      if nodes[Int(child)].name == name {
        if let known = run { nodes[Int(known.last)].nextSame = child }
        run = ChildTable.Run(first: run?.first ?? child, last: child)
        nodes[Int(child)].nextSame = -1
      }
      child = nodes[Int(child)].next
    }
    if nodes[Int(parent)].childCount >= Self.tableThreshold || runs[parent, name] != nil { runs[parent, name] = run }
  }

  /// Marks a node and all below it as removed, and lets their texts go.
  private mutating func discard(_ top: Int32) {
    var waiting = [top]
    while let place = waiting.popLast() {
      var child = nodes[Int(place)].firstChild
      while child >= 0 {
        waiting.append(child)
        child = nodes[Int(child)].next
      }
      if nodes[Int(place)].hidden { hiddenCount -= 1 }
      var bare = Node(name: nodes[Int(place)].name, kind: .removed)
      bare.hidden = true
      nodes[Int(place)] = bare
    }
  }
}
