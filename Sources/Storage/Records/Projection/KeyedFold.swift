internal import JSON
internal import Journal

/// An object that many events change key by key: for each key the latest in the order of merging holds, so it does not
/// matter which came first.
struct KeyedFold: Sendable {
  private var values: [String: (value: JSONValue, key: EventKey)] = [:]
  /// What a cache keeps of it, until an event changes it.
  private var packed: [UInt8] = []

  /// Nothing known.
  init() {}

  /// What a cache kept.
  init(packed: [UInt8]) { self.packed = packed }

  /// Takes an event's members.
  mutating func take(_ members: JSONObject, of event: Event) {
    unpack()
    let key = event.key
    for member in members {
      if let there = values[member.key], EventKey.isBefore(key, there.key) { continue }
      values[member.key] = (member.value, key)
    }
  }

  /// The object, keys sorted.
  var object: JSONObject {
    var fold = self
    fold.unpack()
    var object = JSONObject()
    for (key, entry) in fold.values.sorted(by: { $0.key < $1.key }) { object[key] = entry.value }
    return object
  }

  /// What a cache keeps.
  var bytes: [UInt8] {
    guard packed.isEmpty else { return packed }
    var writer = CacheWriter()
    writer.put(values.sorted { $0.key < $1.key }) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value.value)
      writer.put(entry.value.key)
    }
    return writer.finished()
  }

  private mutating func unpack() {
    guard !packed.isEmpty else { return }
    values = packed.withUnsafeBytes { bytes in
      // The whole cache was checked when it was read.
      (try? Self.values(bytes)) ?? [:]
    }
    packed = []
  }

  private static func values(
    _ bytes: UnsafeRawBufferPointer
  ) throws(CacheProblem) -> [String: (value: JSONValue, key: EventKey)] {
    var reader = try CacheReader(bytes)
    var values: [String: (value: JSONValue, key: EventKey)] = [:]
    for _ in 0..<(try reader.count()) {
      let name = try reader.text()
      values[name] = (try reader.value(), try reader.key())
    }
    return values
  }
}
