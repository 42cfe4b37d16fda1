extension JSONValue {
  /// The text laid out for people: two spaces a level, one member a line, empty arrays and objects closed at once.
  package func pretty() -> String {
    var bytes: [UInt8] = []
    Self.appendPretty(self, level: 0, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendPretty(_ value: JSONValue, level: Int, to bytes: inout [UInt8]) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        appendLine(level: level + 1, to: &bytes)
        appendPretty(element, level: level + 1, to: &bytes)
      }
      appendLine(level: level, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in object.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        appendLine(level: level + 1, to: &bytes)
        JSONWriter.appendString(member.key, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        appendPretty(member.value, level: level + 1, to: &bytes)
      }
      appendLine(level: level, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    default: JSONWriter.append(value, to: &bytes)
    }
  }

  private static func appendLine(level: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }
}
