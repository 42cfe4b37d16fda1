/// The namespaces of XForms as ODK writes them.
enum XFormNames {
  static let xforms = "http://www.w3.org/2002/xforms"
  static let html = "http://www.w3.org/1999/xhtml"
  static let javaRosa = "http://openrosa.org/javarosa"
  static let openRosa = "http://openrosa.org/xforms"
  static let odk = "http://www.opendatakit.org/xforms"
  static let entities = "http://www.opendatakit.org/xforms/entities"

  /// Prefixes that every form declares.
  static let standard: [(prefix: String, uri: String)] = [
    ("", xforms), ("h", html), ("ev", "http://www.w3.org/2001/xml-events"),
    ("xsd", "http://www.w3.org/2001/XMLSchema"), ("jr", javaRosa), ("orx", openRosa), ("odk", odk),
  ]

  /// The prefix by which a namespace is known here, whatever the form calls it.
  static func prefix(_ namespace: String) -> String? {
    switch namespace {
    case entities: "entities"
    case ColumnName.ownNamespace: "khaosat"
    default: standard.first { $0.uri == namespace && !$0.prefix.isEmpty }?.prefix
    }
  }
}
