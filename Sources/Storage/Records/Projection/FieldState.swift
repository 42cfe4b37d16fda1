package import Journal

/// What stands in one field after merging: usually one version; two that do not know of each other are a conflict.
package struct FieldState: Sendable, Equatable {
  /// One version that nothing has replaced.
  package struct Leaf: Sendable, Equatable {
    /// The version.
    package let version: LineHash
    /// The value; nil when the field was emptied.
    package let value: String?
    /// Why there is no value, when a reason was given.
    package let reason: String?
    /// Device that wrote it.
    package let device: String
    /// When, milliseconds since 1970 UTC.
    package let time: Int64
    /// Its place among the events of the record.
    let order: Int
  }

  /// The versions, the one that is shown last.
  package var leaves: [Leaf] = []
  /// Versions named as replaced before they were seen: a clock that lied, or a line that is not here yet.
  var replacedUnseen: Set<LineHash> = []

  /// The version that is shown: the latest in the order of merging.
  package var shown: Leaf? { leaves.last }
  /// The value that is shown.
  package var value: String? { shown?.value }
  /// Whether versions differ that do not know of each other.
  package var isConflict: Bool {
    guard let first = leaves.first else { return false }
    return leaves.dropFirst().contains { $0.value != first.value || $0.reason != first.reason }
  }

  /// Takes the next version in the order of merging. It replaces the versions that it names, and all at places before
  /// `limit`.
  mutating func take(_ leaf: Leaf, replacing: [LineHash], before limit: Int) {
    leaves.removeAll { $0.order < limit }
    for hash in replacing {
      if let place = leaves.firstIndex(where: { $0.version == hash }) {
        leaves.remove(at: place)
      } else {
        replacedUnseen.insert(hash)
      }
    }
    if replacedUnseen.remove(leaf.version) == nil { leaves.append(leaf) }
  }
}
