internal import JSON

/// An object that many events change key by key: for each key the latest in the order of merging holds, so it does not
/// matter which came first.
struct KeyedFold: Sendable {
  private var values: [String: (value: JSONValue, event: Event)] = [:]

  /// Takes an event's members.
  mutating func take(_ members: JSONObject, of event: Event) {
    for member in members {
      if let there = values[member.key], Event.isBefore(event, there.event) { continue }
      values[member.key] = (member.value, event)
    }
  }

  /// The object, keys sorted.
  var object: JSONObject {
    var object = JSONObject()
    for (key, entry) in values.sorted(by: { $0.key < $1.key }) { object[key] = entry.value }
    return object
  }
}
