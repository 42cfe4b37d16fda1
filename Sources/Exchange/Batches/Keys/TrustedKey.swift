internal import JSON

/// A key that somebody here decided to trust.
package struct TrustedKey: Sendable, Equatable {
  /// What people call whoever holds it.
  package let name: String
  /// The keys.
  package let keys: PublicKeys
  /// When it was trusted, milliseconds since 1970 UTC.
  package let since: Int64

  /// Joins the parts.
  package init(name: String, keys: PublicKeys, since: Int64) {
    self.name = name
    self.keys = keys
    self.since = since
  }

  init?(json: JSONValue) {
    guard let name = json["name"]?.stringValue, let keys = json["key"]?.stringValue.flatMap(PublicKeys.init(text:))
    else {
      return nil
    }
    self.init(name: name, keys: keys, since: json["since"]?.int64Value ?? 0)
  }

  var json: JSONValue {
    [
      "name": .string(name), "fingerprint": .string(keys.fingerprint), "key": .string(keys.text),
      "since": .integer(since),
    ]
  }
}
