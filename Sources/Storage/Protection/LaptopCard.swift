internal import JSON

/// A file of `keys/laptops/`: a laptop announces the public half of its key, so that team keys can be wrapped for it.
/// Nobody vouches for it; people compare the fingerprint.
package struct LaptopCard: Hashable, Sendable {
  /// Its device id.
  package let device: String
  /// What people call it.
  package let name: String
  /// Its key.
  package let key: LaptopKey

  /// Joins the parts.
  init(device: String, name: String, key: LaptopKey) {
    self.device = device
    self.name = name
    self.key = key
  }

  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["v"]?.intValue == 1,
      let device = json["device"]?.stringValue, let name = json["name"]?.stringValue,
      let key = json["key"]?.stringValue.flatMap(LaptopKey.init(text:))
    else { return nil }
    self.init(device: device, name: name, key: key)
  }

  var bytes: [UInt8] {
    let json: JSONValue = ["v": 1, "device": .string(device), "name": .string(name), "key": .string(key.text)]
    return Array(json.pretty().utf8) + [0x0A]
  }
}
