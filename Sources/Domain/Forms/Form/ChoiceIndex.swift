internal import Expressions
internal import Synchronization

/// Finds the item of a value in a choice table; built when it is first needed.
package final class ChoiceIndex: Sendable {
  private let items = Mutex<[String: NodeID]?>(nil)

  init() {}

  /// The item of a value.
  func item(of value: String, in table: ChoiceTable) -> NodeID? {
    items.withLock { known in
      if let known { return known[value] }
      var built: [String: NodeID] = [:]
      for item in table.items {
        if let child = table.document.child(of: item, named: table.valueName) {
          let text = table.document.value(of: child)
          if built[text] == nil { built[text] = item }
        }
      }
      known = built
      return built[value]
    }
  }
}
