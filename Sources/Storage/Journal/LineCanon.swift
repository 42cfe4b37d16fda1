internal import JSON

/// Lines that are valid but not in our order of keys: a newer version, another program, an editor.
enum LineCanon {
  /// The same line in the fixed order, so that one reader reads both. Checksum and hash stay those of the original.
  static func canonical(_ line: UnsafeRawBufferPointer) -> Result<[UInt8], DamageKind> {
    // The depth of a line is small; see journal-v1.md.
    let limits = JSONLimits(depth: 32, bytes: LineEncoder.greatestLength)
    guard case .object(let members)? = try? JSONValue(parsing: Array(line.dropLast()), limits: limits) else {
      return .failure(.json)
    }
    var bytes: [UInt8] = []
    for key in ["v", "d", "e", "n", "t", "h", "p", "k", "r", "f", "g", "x"] {
      guard let value = members[key] else {
        if ["r", "f", "g"].contains(key) { continue }
        return .failure(.frame)
      }
      append(key, value, to: &bytes)
    }
    for member in members where !known.contains(member.key) { append(member.key, member.value, to: &bytes) }
    LineEncoder.appendChecksum(to: &bytes)
    return .success(bytes)
  }

  private static let known: Set<String> = ["v", "d", "e", "n", "t", "h", "p", "k", "r", "f", "g", "x", "c"]

  private static func append(_ key: String, _ value: JSONValue, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
    bytes.append(contentsOf: JSONValue.string(key).serialised().utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: value.serialised().utf8)
  }
}
