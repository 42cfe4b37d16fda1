internal import JSON
package import Journal

/// The fields of one record after merging.
package struct FieldTable: Sendable, Equatable {
  /// State by field path.
  package private(set) var fields: [String: FieldState] = [:]
  /// Where in the order each `done` stood: naming it replaces every version before it.
  private var finished: [LineHash: Int] = [:]
  private var count = 0

  /// No fields yet.
  package init() {}

  /// Folds events that are in the order of merging.
  package init(_ events: some Sequence<Event>) {
    for event in events { take(event) }
  }

  /// Takes the next event in the order of merging.
  package mutating func take(_ event: Event) {
    count += 1
    if event.kind == .done { finished[event.hash] = count }
    guard event.kind.isVersion, let field = event.field else { return }
    let payload = event.body.payload ?? JSONObject()
    let replacing = (payload["w"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(LineHash.init(hex:)) }
    let leaf = FieldState.Leaf(
      version: event.hash, value: payload["value"]?.stringValue, reason: payload["reason"]?.stringValue,
      device: event.device, time: event.time, order: count)
    let limit = replacing.compactMap { finished[$0] }.max() ?? 0
    fields[field, default: FieldState()].take(
      leaf, replacing: replacing.filter { finished[$0] == nil }, before: limit)
  }

  /// The versions that a new value of a field replaces.
  package func versions(of field: String) -> [LineHash] { fields[field]?.leaves.map(\.version) ?? [] }
}
