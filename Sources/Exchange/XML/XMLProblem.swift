/// What can be wrong with XML bytes. The raw values are stable codes.
package enum XMLProblemCode: String, Sendable, CaseIterable {
  /// The bytes are UTF-16 or declare an encoding other than UTF-8.
  case encoding = "xml-encoding"
  /// A byte sequence that is not UTF-8.
  case invalidUTF8 = "xml-utf8"
  /// A character that XML does not allow.
  case character = "xml-character"
  /// A document type declaration (refused whatever it holds).
  case documentType = "xml-doctype"
  /// An entity other than the five that XML predefines.
  case entity = "xml-entity"
  /// Markup that cannot be read.
  case syntax = "xml-syntax"
  /// An end tag that does not match, or a missing one.
  case mismatch = "xml-mismatch"
  /// An attribute given twice.
  case duplicateAttribute = "xml-duplicate-attribute"
  /// A prefix without declaration.
  case prefix = "xml-prefix"
  /// A depth, size or count beyond the limits.
  case limit = "xml-limit"
  /// Nothing but white space.
  case empty = "xml-empty"
}

/// A refusal of XML bytes with its place.
package struct XMLProblem: Error, Sendable, Equatable {
  /// What is wrong.
  package var code: XMLProblemCode
  /// Where.
  package var position: XMLPosition
  /// Names and numbers for the message.
  package var arguments: [String]

  /// A problem at a place.
  package init(_ code: XMLProblemCode, at position: XMLPosition, _ arguments: [String] = []) {
    self.code = code
    self.position = position
    self.arguments = arguments
  }
}

/// How much a document may demand.
package struct XMLLimits: Sendable, Equatable {
  /// Bytes of the document.
  package var size: Int
  /// Elements inside one another.
  package var depth: Int
  /// Attributes of one element.
  package var attributes: Int
  /// Elements of a document that is kept as a tree or as rows.
  package var elements: Int

  /// Limits; the defaults suit forms and submissions.
  package init(size: Int = 64 << 20, depth: Int = 256, attributes: Int = 256, elements: Int = 500_000) {
    self.size = size
    self.depth = depth
    self.attributes = attributes
    self.elements = elements
  }
}
