/// Reads XML as a stream of events from bytes held in memory.
///
/// Only what data files need: UTF-8, elements, attributes, namespaces, text, CDATA. Document types are refused, so there
/// are no custom or external entities and nothing expands.
package struct XMLReader {
  let scanner: XMLScanner
  var index: Int
  let limits: XMLLimits
  private var open: [OpenElement] = []
  private var namespaces: [(prefix: String, uri: String)] = [("xml", "http://www.w3.org/XML/1998/namespace")]
  private var pendingEnd: XMLName?
  private var seenRoot = false
  var tracker = PositionTracker()
  private var eventOffset = 0

  private struct OpenElement {
    let qualified: String
    let name: XMLName
    let namespaceCount: Int
  }

  /// A reader of a whole document. The encoding is checked here.
  package init(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLProblem) {
    scanner = XMLScanner(bytes: bytes)
    self.limits = limits
    guard bytes.count <= limits.size else {
      throw XMLProblem(.limit, at: XMLPosition(line: 1, column: 1), ["size", String(limits.size)])
    }
    index = try scanner.prolog()
  }

  /// The place of the event returned last.
  package var position: XMLPosition { mutating get { tracker.position(of: eventOffset, in: scanner.bytes) } }

  /// How many elements are open.
  package var depth: Int { open.count }

  /// The next event; nil at the end of the document.
  package mutating func next() throws(XMLProblem) -> XMLEvent? {
    if let name = pendingEnd {
      pendingEnd = nil
      close()
      return .end(name)
    }
    while index < scanner.bytes.count {
      if open.isEmpty {
        index = scanner.skipSpace(from: index)
        if index >= scanner.bytes.count { break }
        guard scanner.bytes[index] == UInt8(ascii: "<") else { throw problem(.syntax, at: index, ["text"]) }
      }
      eventOffset = index
      if !open.isEmpty, let text = try text() { return .text(text) }
      if let event = try markup() { return event }
    }
    if let last = open.last { throw problem(.mismatch, at: scanner.bytes.count, [last.qualified, ""]) }
    guard seenRoot else { throw problem(.empty, at: 0) }
    return nil
  }

  /// Passes over everything up to the end of the element whose start was returned last.
  package mutating func skipElement() throws(XMLProblem) {
    let outside = depth - 1
    while depth > outside {
      guard try next() != nil else { return }
    }
  }

  /// All text up to the end of the element whose start was returned last; child elements are passed over.
  package mutating func elementText() throws(XMLProblem) -> String {
    let outside = depth - 1
    var text = ""
    while depth > outside {
      guard let event = try next() else { return text }
      if case .text(let part) = event, depth == outside + 1 { text += part }
    }
    return text
  }

  // MARK: - Markup

  private func problem(_ code: XMLProblemCode, at offset: Int, _ arguments: [String] = []) -> XMLProblem {
    scanner.problem(code, at: offset, arguments)
  }

  /// Text from here to the next tag, joined over comments and CDATA sections; nil when a tag is next.
  private mutating func text() throws(XMLProblem) -> String? {
    var parts: String?
    while index < scanner.bytes.count {
      if scanner.bytes[index] != UInt8(ascii: "<") {
        let end = scanner.find(UInt8(ascii: "<"), from: index)
        let part = try scanner.text(index..<end)
        parts = parts.map { $0 + part } ?? part
        index = end
      } else if scanner.matches("<!--", at: index) {
        index = try scanner.skipComment(from: index)
      } else if scanner.matches("<![CDATA[", at: index) {
        guard let end = scanner.find("]]>", from: index + 9) else { throw problem(.syntax, at: index, ["CDATA"]) }
        let part = try scanner.literal((index + 9)..<end)
        parts = parts.map { $0 + part } ?? part
        index = end + 3
      } else if scanner.matches("<?", at: index) {
        index = try scanner.skipInstruction(from: index)
      } else {
        break
      }
    }
    return parts
  }

  private mutating func markup() throws(XMLProblem) -> XMLEvent? {
    let bytes = scanner.bytes
    guard index + 1 < bytes.count else { throw problem(.syntax, at: index, ["<"]) }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return try endTag()
    case UInt8(ascii: "?"): index = try scanner.skipInstruction(from: index)
    case UInt8(ascii: "!"):
      if scanner.matches("<!--", at: index) {
        index = try scanner.skipComment(from: index)
      } else if scanner.matches("<!DOCTYPE", at: index) {
        index = try endOfPlainDocumentType(from: index)
      } else {
        throw problem(.syntax, at: index, ["<!"])
      }
    default: return try startTag()
    }
    return nil
  }

  /// A document type that only names the root declares nothing and is passed over; one with a subset or an outside
  /// part could declare entities and is refused.
  private func endOfPlainDocumentType(from start: Int) throws(XMLProblem) -> Int {
    let bytes = scanner.bytes
    let nameEnd = try scanner.nameEnd(from: scanner.skipSpace(from: start + "<!DOCTYPE".utf8.count))
    let end = scanner.skipSpace(from: nameEnd)
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">"), !seenRoot else { throw problem(.documentType, at: start) }
    return end + 1
  }

  private mutating func endTag() throws(XMLProblem) -> XMLEvent {
    let start = index
    let nameEnd = try scanner.nameEnd(from: index + 2)
    let qualified = scanner.string((index + 2)..<nameEnd)
    let end = scanner.skipSpace(from: nameEnd)
    guard end < scanner.bytes.count, scanner.bytes[end] == UInt8(ascii: ">") else {
      throw problem(.syntax, at: start, ["</" + qualified])
    }
    guard let last = open.last, last.qualified == qualified else {
      throw problem(.mismatch, at: start, [open.last?.qualified ?? "", qualified])
    }
    index = end + 1
    close()
    return .end(last.name)
  }

  private mutating func close() {
    let last = open.removeLast()
    namespaces.removeLast(namespaces.count - last.namespaceCount)
  }

  private mutating func startTag() throws(XMLProblem) -> XMLEvent {
    let start = index
    if open.isEmpty && seenRoot { throw problem(.syntax, at: start, ["root"]) }
    guard open.count < limits.depth else { throw problem(.limit, at: start, ["depth", String(limits.depth)]) }
    let nameEnd = try scanner.nameEnd(from: index + 1)
    let qualified = scanner.string((index + 1)..<nameEnd)
    index = nameEnd
    var attributes: [XMLAttribute] = []
    let isEmpty = try readAttributes(&attributes, tag: qualified)
    let count = namespaces.count
    for attribute in attributes where attribute.isNamespaceDeclaration {
      namespaces.append((attribute.name.prefix.isEmpty ? "" : attribute.name.local, attribute.value))
    }
    let name = try resolve(scanner.split(qualified), isAttribute: false, at: start)
    for place in attributes.indices where !attributes[place].name.prefix.isEmpty {
      attributes[place].name = try resolve(attributes[place].name, isAttribute: true, at: start)
    }
    for place in attributes.indices.dropFirst() {
      for earlier in 0..<place where attributes[earlier].name == attributes[place].name {
        throw problem(.duplicateAttribute, at: start, [attributes[place].name.qualified])
      }
    }
    open.append(OpenElement(qualified: qualified, name: name, namespaceCount: count))
    seenRoot = true
    if isEmpty { pendingEnd = name }
    return .start(name, attributes)
  }

  /// Reads attributes and the end of the tag; true for `/>`.
  private mutating func readAttributes(_ attributes: inout [XMLAttribute], tag: String) throws(XMLProblem) -> Bool {
    let bytes = scanner.bytes
    while true {
      let after = scanner.skipSpace(from: index)
      guard after < bytes.count else { throw problem(.syntax, at: index, ["<" + tag]) }
      if bytes[after] == UInt8(ascii: ">") {
        index = after + 1
        return false
      }
      if bytes[after] == UInt8(ascii: "/") {
        guard after + 1 < bytes.count, bytes[after + 1] == UInt8(ascii: ">") else {
          throw problem(.syntax, at: after, ["<" + tag])
        }
        index = after + 2
        return true
      }
      guard after > index else { throw problem(.syntax, at: after, ["<" + tag]) }
      let nameEnd = try scanner.nameEnd(from: after)
      let name = scanner.split(scanner.string(after..<nameEnd))
      var place = scanner.skipSpace(from: nameEnd)
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
        throw problem(.syntax, at: after, [name.qualified])
      }
      place = scanner.skipSpace(from: place + 1)
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
        throw problem(.syntax, at: after, [name.qualified])
      }
      let end = scanner.find(bytes[place], from: place + 1)
      guard end < bytes.count else { throw problem(.syntax, at: after, [name.qualified]) }
      attributes.append(XMLAttribute(name, try scanner.attributeValue((place + 1)..<end)))
      guard attributes.count <= limits.attributes else {
        throw problem(.limit, at: after, ["attributes", String(limits.attributes)])
      }
      index = end + 1
    }
  }

  private func resolve(_ name: XMLName, isAttribute: Bool, at offset: Int) throws(XMLProblem) -> XMLName {
    if name.prefix.isEmpty && isAttribute || name.prefix == "xmlns" { return name }
    var place = namespaces.count - 1
    while place >= 0 {
      if namespaces[place].prefix == name.prefix {
        return XMLName(name.local, namespace: namespaces[place].uri, prefix: name.prefix)
      }
      place -= 1
    }
    if name.prefix.isEmpty { return name }
    throw problem(.prefix, at: offset, [name.prefix])
  }
}
