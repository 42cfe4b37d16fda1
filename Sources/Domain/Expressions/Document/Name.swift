internal import Synchronization

/// An element or attribute name, interned so that comparing names is comparing integers.
package struct Name: Hashable, Sendable {
  let id: Int32

  /// The name of the document node.
  static let none = Name("")

  init(id: Int32) {
    self.id = id
  }

  /// Interns a name as written, prefix included.
  package init(_ text: String) {
    id = NameTable.shared.withLock { $0.intern(text, unlessFull: false) ?? 0 }
  }

  /// Interns a name that an expression mentions. Gives nil when the table holds so many names that expressions may
  /// not add any more; documents always may, because their size is limited.
  init?(mentioned text: String) {
    guard let known = NameTable.shared.withLock({ $0.intern(text, unlessFull: true) }) else { return nil }
    id = known
  }

  /// The name as written.
  package var text: String {
    NameTable.shared.withLock { $0.texts[Int(id)] }
  }
}

/// Every name seen so far.
private struct NameTable {
  static let shared = Mutex(NameTable())
  /// Beyond this many names an expression looks its names up by text.
  static let mentionLimit = 200_000

  var texts: [String] = [""]
  var ids: [String: Int32] = ["": 0]

  mutating func intern(_ text: String, unlessFull: Bool) -> Int32? {
    if let known = ids[text] { return known }
    if unlessFull, texts.count >= Self.mentionLimit { return nil }
    let id = Int32(texts.count)
    texts.append(text)
    ids[text] = id
    return id
  }
}
