import Expressions
import FoundationEssentials
import Synchronization
import XML

/// Documents and zones for rows of expression vectors.
enum ExpressionDocuments {
  private static let documents = Mutex<[String: Document]>([:])

  /// The document of an XML text. A document type without content says nothing and is passed over.
  static func document(_ text: String) throws -> Document {
    if let known = documents.withLock({ $0[text] }) { return known }
    var plain = text[...]
    if let start = plain.firstRange(of: "<!DOCTYPE"), let end = plain[start.upperBound...].firstIndex(of: ">") {
      plain = plain[..<start.lowerBound] + plain[plain.index(after: end)...]
    }
    while plain.first?.isWhitespace == true { plain.removeFirst() }
    var document = Document()
    add(try XMLElement.read(Array(plain.utf8)), to: .document, of: &document)
    documents.withLock { $0[text] = document }
    return document
  }

  private static func add(_ element: XMLElement, to parent: NodeID, of document: inout Document) {
    let hasChildren = !element.children.isEmpty
    let text = element.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    let node = document.appendElement(
      element.name.qualified, to: parent, value: hasChildren && isBlank ? "" : text)
    for attribute in element.attributes where !attribute.isNamespaceDeclaration {
      document.setAttribute(attribute.name.qualified, attribute.value, on: node)
    }
    for child in element.children { add(child, to: node, of: &document) }
  }

  /// The time zone of a name, from the database of the system.
  static func zone(_ name: String) -> Zone {
    if name == "GMT" || name == "UTC" { return .utc }
    let bytes = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").map { Array($0) } ?? []
    let fixed = ["America/Phoenix": -420, "Asia/Ho_Chi_Minh": 420]
    return Zone(tzif: bytes, name: name) ?? .fixed(minutes: fixed[name] ?? 0)
  }
}
