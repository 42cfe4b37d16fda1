/// A phrase whose Vietnamese and English stand side by side, in one exhaustive switch.
package protocol PairedPhrase: Phrase {
  /// Vietnamese, then English.
  var both: (String, String) { get }
}

extension PairedPhrase {
  /// The first of the pair.
  package var vietnamese: String { both.0 }
  /// The second of the pair.
  package var english: String { both.1 }
}
