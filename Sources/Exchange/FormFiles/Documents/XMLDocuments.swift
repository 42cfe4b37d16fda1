package import Expressions
internal import Forms
package import XML

/// Turns XML into documents for expressions.
package enum XMLDocuments {
  /// Reads a whole document. Names keep their prefix as written; namespace declarations are left out.
  package static func document(
    _ bytes: [UInt8], fileName: String = "", nodeLimit: Int = nodeLimit
  ) throws(FormFileProblem) -> Document {
    do throws(XMLProblem) {
      return try build(bytes, nodeLimit: nodeLimit)
    } catch {
      throw problem(error, fileName: fileName)
    }
  }

  /// An XML problem as a problem of a form's file.
  package static func problem(_ error: XMLProblem, fileName: String) -> FormFileProblem {
    let position = SourcePosition(file: fileName, line: error.position.line, column: error.position.column)
    return FormFileProblem(.xml, at: position, [error.code.rawValue] + error.arguments)
  }

  /// More elements and attributes are refused: they would take more memory than a laptop can give.
  package static let nodeLimit = 1_000_000

  private static func build(_ bytes: [UInt8], nodeLimit: Int) throws(XMLProblem) -> Document {
    var reader = try XMLReader(bytes)
    var document = Document()
    var open: [(node: NodeID, text: String, hasChildren: Bool)] = [(.document, "", true)]
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes):
        open[open.count - 1].hasChildren = true
        guard document.capacity < nodeLimit else {
          throw XMLProblem(.limit, at: reader.position, ["elements", String(nodeLimit)])
        }
        let node = document.appendElement(name.qualified, to: open[open.count - 1].node)
        for attribute in attributes where !attribute.isNamespaceDeclaration {
          document.setAttribute(attribute.name.qualified, attribute.value, on: node)
        }
        open.append((node, "", false))
      case .text(let text): open[open.count - 1].text += text
      case .end:
        let last = open.removeLast()
        if !last.hasChildren && !last.text.isEmpty { document.setValue(last.node, last.text) }
      }
    }
    return document
  }

  /// A document from a part of a tree: the element becomes the root element.
  package static func document(_ element: XMLElement) -> Document {
    var document = Document()
    append(element, to: .document, in: &document)
    return document
  }

  /// Appends an element and everything in it.
  package static func append(_ element: XMLElement, to parent: NodeID, in document: inout Document) {
    let children = element.children
    let text = children.isEmpty ? element.text : ""
    let node = document.appendElement(element.name.qualified, to: parent, value: text)
    for attribute in element.attributes where !attribute.isNamespaceDeclaration {
      document.setAttribute(attribute.name.qualified, attribute.value, on: node)
    }
    for child in children { append(child, to: node, in: &document) }
  }
}
