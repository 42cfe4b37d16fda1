package import JSON

/// Bytes of a log that count for nothing and are named by a later head, so that nobody takes them for damage.
package struct DeadBytes: Sendable, Equatable {
  /// Name of the file.
  package var file: String
  /// Offset of the first dead byte.
  package var from: Int
  /// How many; nil when everything after `from` is meant (the medium had failed and cannot be asked).
  package var length: Int?
  /// SHA-256 of the bytes, when they could be read.
  package var hash: ContentHash?

  /// Joins the parts.
  package init(file: String, from: Int, length: Int? = nil, hash: ContentHash? = nil) {
    self.file = file
    self.from = from
    self.length = length
    self.hash = hash
  }

  /// As it stands in a head.
  package var json: JSONValue {
    var object: JSONObject = ["file": .string(file), "from": .integer(from)]
    if let length { object["length"] = .integer(length) }
    if let hash { object["sha256"] = .string(hash.hex) }
    return .object(object)
  }

  /// Reads what stands in a head.
  package init?(_ json: JSONValue) {
    guard case .object(let object) = json, let file = object["file"]?.stringValue,
      let from = object["from"]?.intValue, from >= 0
    else { return nil }
    self.init(
      file: file, from: from, length: object["length"]?.intValue,
      hash: object["sha256"]?.stringValue.flatMap(ContentHash.init(hex:)))
  }

  /// Whether a stretch of the file lies within.
  package func covers(_ offset: Int) -> Bool {
    offset == from || offset > from && (length.map { offset < from + $0 } ?? true)
  }
}
