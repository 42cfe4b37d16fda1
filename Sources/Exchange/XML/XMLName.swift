/// The name of an element or attribute with its namespace resolved.
package struct XMLName: Sendable, Equatable, Hashable {
  /// The part after the colon.
  package var local: String
  /// The namespace URI; empty when there is none.
  package var namespace: String
  /// The prefix as written; empty when there is none. Not part of the identity of the name, but of what is written.
  package var prefix: String

  /// A name.
  package init(_ local: String, namespace: String = "", prefix: String = "") {
    self.local = local
    self.namespace = namespace
    self.prefix = prefix
  }

  /// `prefix:local`, or `local` without a prefix.
  package var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }

  /// Names are equal when local part and namespace are.
  package static func == (left: XMLName, right: XMLName) -> Bool {
    left.local == right.local && left.namespace == right.namespace
  }

  /// Hashes what equality compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(local)
    hasher.combine(namespace)
  }
}

/// One attribute. Namespace declarations are attributes too (name `xmlns` or prefix `xmlns`).
package struct XMLAttribute: Sendable, Equatable {
  /// The name.
  package var name: XMLName
  /// The value with references resolved.
  package var value: String

  /// An attribute.
  package init(_ name: XMLName, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Whether it declares a namespace.
  package var isNamespaceDeclaration: Bool { name.prefix == "xmlns" || (name.prefix.isEmpty && name.local == "xmlns") }
}

/// What a reader meets next. Comments and processing instructions are passed over; adjacent text is one event.
package enum XMLEvent: Sendable, Equatable {
  /// A start tag (an empty element gives a start and an end).
  case start(XMLName, [XMLAttribute])
  /// An end tag.
  case end(XMLName)
  /// Character data, references resolved, line ends as LF.
  case text(String)
}
