internal import Synchronization

/// What follows from the structure of a document alone, whatever its values: the document order of nodes, and the places
/// of siblings among those of their name.
final class DerivedOrder: Sendable {
  /// Identifies the children of one name below one parent.
  struct Chain: Hashable, Sendable {
    var parent: Int32
    var name: Name
  }

  private struct Contents: Sendable {
    var order: [Int32]?
    /// Places by node, from 1, for chains of which more than one place was asked.
    var ordinals: [Chain: [Int32: Int32]] = [:]
    var asked: Set<Chain> = []
  }

  private let contents = Mutex(Contents())
  private let used = Atomic(false)

  /// Whether anything was derived.
  var isUsed: Bool { used.load(ordering: .acquiring) }

  /// The place of every node in document order, built by `build` the first time.
  func order(build: () -> [Int32]) -> [Int32] {
    if let known = contents.withLock({ $0.order }) { return known }
    let built = build()
    used.store(true, ordering: .releasing)
    contents.withLock { $0.order = built }
    return built
  }

  /// The place of a node in its chain. The first time it is counted; when a second one is asked, all are noted, so that
  /// asking for the places of all rows does not count the rows for each of them.
  func ordinal(of node: Int32, in chain: Chain, count: () -> Int, build: () -> [Int32: Int32]) -> Int {
    let (known, isFirst) = contents.withLock { contents in
      if let place = contents.ordinals[chain]?[node] { return (Int(place), false) }
      return (0, contents.asked.insert(chain).inserted)
    }
    if known > 0 { return known }
    used.store(true, ordering: .releasing)
    if isFirst { return count() }
    let built = build()
    contents.withLock { $0.ordinals[chain] = built }
    return built[node].map(Int.init) ?? 1
  }
}
