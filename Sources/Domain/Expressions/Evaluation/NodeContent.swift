extension Document {
  /// What the text of a node stands for, by the type of the node.
  func content(of node: Int32, zone: Zone) -> Value {
    let text = nodes[Int(node)].value
    switch nodes[Int(node)].type {
    case .string, .geo: return .string(text)
    case .integer, .decimal:
      let number = Number(text: text)
      return number.isNaN ? .string(text) : .number(number)
    case .boolean:
      if text == "true" || text == "1" { return .boolean(true) }
      return text == "false" || text == "0" ? .boolean(false) : .string(text)
    case .date:
      guard let read = CalendarText.read(text, zone: zone) else { return .string(text) }
      return .date(CalendarValue(days: read.days))
    case .dateTime: return CalendarText.read(text, zone: zone).map { .date($0) } ?? .string(text)
    case .time: return CalendarText.readTime(text, zone: zone).map { .date($0) } ?? .string(text)
    }
  }

  /// What the text of a node is as a number.
  func number(of node: Int32, zone: Zone) -> Number {
    switch nodes[Int(node)].type {
    case .string, .geo, .integer, .decimal: return Number(text: nodes[Int(node)].value)
    case .boolean, .date, .dateTime, .time:
      switch content(of: node, zone: zone) {
      case .date(let date): return Number(date.days)
      case .boolean(let truth): return truth ? .one : .zero
      default: return Number(text: nodes[Int(node)].value)
      }
    }
  }

  /// The element at a path of names, in the rows around another element where it lies in the same repeats.
  func node(at names: [Name], nearest other: NodeID) -> NodeID {
    var around: Set<Int32> = []
    var place = other.raw
    while place >= 0 {
      around.insert(place)
      place = nodes[Int(place)].parent
    }
    var found: Int32 = 0
    for name in names {
      let first = firstChild(of: found, named: name)
      var candidate = first
      while candidate >= 0, !around.contains(candidate) { candidate = nodes[Int(candidate)].nextSame }
      found = candidate >= 0 ? candidate : first
      if found < 0 { return other }
    }
    return NodeID(raw: found)
  }

  /// The path of a node, with the place among siblings of the same name where there are several.
  package func path(of node: NodeID) -> String {
    var parts: [String] = []
    var place = node.raw
    while place > 0 {
      let parent = nodes[Int(place)].parent
      guard parent >= 0 else { break }
      let name = nodes[Int(place)].name
      if nodes[Int(place)].kind == .attribute {
        parts.append("@\(name.text)")
      } else {
        let isOne = firstChild(of: parent, named: name) == place && nodes[Int(place)].nextSame < 0
        parts.append(isOne ? name.text : "\(name.text)[\(ordinal(of: place))]")
      }
      place = parent
    }
    return "/" + parts.reversed().joined(separator: "/")
  }

  /// The place of a node among its siblings of the same name, from 1.
  func ordinal(of node: Int32) -> Int {
    let parent = nodes[Int(node)].parent
    guard parent >= 0 else { return 1 }
    let name = nodes[Int(node)].name
    let first = firstChild(of: parent, named: name)
    guard first != node else { return 1 }
    return order.ordinal(of: node, in: .init(parent: parent, name: name)) {
      var ordinal = 1
      var sibling = first
      while sibling >= 0, sibling != node {
        ordinal += 1
        sibling = nodes[Int(sibling)].nextSame
      }
      return ordinal
    } build: {
      var ordinals: [Int32: Int32] = [:]
      var sibling = first
      while sibling >= 0 {
        ordinals[sibling] = Int32(ordinals.count + 1)
        sibling = nodes[Int(sibling)].nextSame
      }
      return ordinals
    }
  }
}

extension NodeSet {
  /// The path of the first node with the number of nodes, for a message.
  func describe() -> String {
    guard let first = nodes.first else { return "" }
    return "\(document.path(of: first)) (\(nodes.count))"
  }

  /// The text of the only node; nothing is an empty text, several are a problem.
  func unpacked() throws(ExpressionProblem) -> Value {
    guard nodes.count <= 1 else { throw ExpressionProblem(.path, [describe()]) }
    return nodes.first.map { document.content(of: $0.raw, zone: .utc) } ?? .string("")
  }
}
