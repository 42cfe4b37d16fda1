internal import Synchronization

/// What is derived from one state of a document when it is first needed: hash indexes for equality predicates.
final class DerivedIndexes: Sendable {
  /// Identifies the values of the children `column` of the children `item` of one parent.
  struct Key: Hashable, Sendable {
    var parent: Int32
    var item: Name
    var column: Name
    /// Whether values are compared as numbers.
    var isNumeric: Bool
  }

  /// Rows by the text of one column, and the rows that an index cannot answer for.
  struct Rows: Sendable {
    var byText: [String: [Int32]]
    /// Every value is plain text that no other text equals as a number or a date would.
    var isComplete: Bool
  }

  private struct Contents: Sendable {
    var rows: [Key: Rows] = [:]
  }

  private let contents = Mutex(Contents())
  private let used = Atomic(false)

  /// Whether anything was derived.
  var isUsed: Bool { used.load(ordering: .acquiring) }

  /// The index of a column, built by `build` the first time.
  func rows(_ key: Key, build: () -> Rows) -> Rows {
    if let known = contents.withLock({ $0.rows[key] }) { return known }
    let built = build()
    used.store(true, ordering: .releasing)
    contents.withLock { $0.rows[key] = built }
    return built
  }
}
