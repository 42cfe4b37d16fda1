/// An element read as a tree.
package struct XMLElement: Sendable, Equatable {
  /// The name.
  package var name: XMLName
  /// Attributes in order, namespace declarations included.
  package var attributes: [XMLAttribute]
  /// Children and text in order.
  package var content: [XMLContent]
  /// Where the start tag began.
  package var position: XMLPosition

  /// An element made in memory.
  package init(
    _ name: XMLName, attributes: [XMLAttribute] = [], content: [XMLContent] = [],
    position: XMLPosition = XMLPosition(line: 1, column: 1)
  ) {
    self.name = name
    self.attributes = attributes
    self.content = content
    self.position = position
  }

  /// Child elements in order.
  package var children: [XMLElement] {
    var children: [XMLElement] = []
    children.reserveCapacity(content.count)
    for part in content {
      switch part {
      case .element(let child): children.append(child)
      case .rows(let rows): children += rows.elements
      case .text: continue
      }
    }
    return children
  }

  /// Whether there is any child element.
  package var hasChildren: Bool {
    content.contains { part in
      if case .text = part { false } else { true }
    }
  }

  /// The rows, when it was read as a list of plain rows.
  package var rows: XMLRows? {
    for case .rows(let rows) in content { return rows }
    return nil
  }

  /// The text directly inside, joined.
  package var text: String {
    var text = ""
    for case .text(let part) in content { text += part }
    return text
  }

  /// The first child element of this local name (any namespace).
  package func child(_ local: String) -> XMLElement? {
    for case .element(let child) in content where child.name.local == local { return child }
    return nil
  }

  /// All child elements of this local name (any namespace).
  package func children(_ local: String) -> [XMLElement] {
    var found: [XMLElement] = []
    for case .element(let child) in content where child.name.local == local { found.append(child) }
    return found
  }

  /// The value of an attribute without namespace.
  package func attribute(_ local: String) -> String? { attribute(local, namespace: "") }

  /// The value of an attribute in a namespace.
  package func attribute(_ local: String, namespace: String) -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace == namespace && !$0.isNamespaceDeclaration }?.value
  }

  /// Reads a whole document; the result is its root element. White space between elements is kept.
  ///
  /// - Parameter mayBeList: asked for an element whose start tag was read, with the elements around it, whether it may be
  ///   kept as plain rows if that is all it holds.
  package static func read(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), mayBeList: ([XMLElement]) -> Bool = { _ in false }
  ) throws(XMLProblem) -> XMLElement {
    var reader = try XMLReader(bytes, limits: limits)
    var stack: [XMLElement] = []
    var root: XMLElement?
    var count = 0
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes):
        count += 1 + attributes.count
        guard count <= limits.elements else {
          throw XMLProblem(.limit, at: reader.position, ["elements", String(limits.elements)])
        }
        stack.append(XMLElement(name, attributes: attributes, position: reader.position))
        if mayBeList(stack), let rows = reader.plainRows() { stack[stack.count - 1].content = [.rows(rows)] }
      case .text(let text):
        stack[stack.count - 1].content.append(.text(text))
      case .end:
        let element = stack.removeLast()
        if stack.isEmpty { root = element } else { stack[stack.count - 1].content.append(.element(element)) }
      }
    }
    guard let root else { throw XMLProblem(.empty, at: XMLPosition(line: 1, column: 1)) }
    return root
  }
}

/// What an element contains.
package enum XMLContent: Sendable, Equatable {
  /// A child element.
  case element(XMLElement)
  /// Character data.
  case text(String)
  /// Rows of a list that was read without making elements.
  case rows(XMLRows)
}
