/// Writes JSON text into a buffer of bytes. One value has exactly one compact form, so text that was written,
/// read and written again has the same bytes.
///
/// Escapes: `\"`, `\\`, `\n`, `\r`, `\t`; every other control character, DEL, U+2028 and U+2029 as `\u` with
/// four lower-case hex digits. Everything else stands as it is.
package struct JSONWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8]

  /// An empty buffer.
  package init(reserving capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends a value in compact form.
  package mutating func append(_ value: JSONValue) { Self.append(value, to: &bytes) }

  /// Appends a value in compact form to any buffer.
  package static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let literal): bytes.append(contentsOf: literal.utf8)
    case .string(let text): appendString(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      var first = true
      for element in elements {
        if !first { bytes.append(UInt8(ascii: ",")) }
        first = false
        append(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object): append(object, to: &bytes)
    }
  }

  /// Appends an object in compact form to any buffer.
  package static func append(_ object: JSONObject, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var first = true
    for member in object.members {
      if !first { bytes.append(UInt8(ascii: ",")) }
      first = false
      appendString(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      append(member.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends a string with quotes and escapes to any buffer.
  package static func appendString(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { appendEscaped($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var run = 0
    var index = 0
    while index < source.count {
      let byte = source[index]
      var length = 1
      if byte == 0xE2, index + 2 < source.count, source[index + 1] == 0x80, source[index + 2] | 1 == 0xA9 {
        length = 3
      } else if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[run..<index]))
      appendEscape(length == 3 ? 0x2000 | UInt16(source[index + 2] - 0x80) : UInt16(byte), to: &bytes)
      index += length
      run = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[run..<index]))
  }

  private static func appendEscape(_ unit: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22: bytes.append(0x22)
    case 0x5C: bytes.append(0x5C)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension JSONValue {
  /// The compact text, byte for byte the same on every machine.
  package func serialised() -> String { String(decoding: serialisedBytes(), as: UTF8.self) }

  /// The compact text as UTF-8.
  package func serialisedBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    JSONWriter.append(self, to: &bytes)
    return bytes
  }
}

extension JSONObject {
  /// The compact text, byte for byte the same on every machine.
  package func serialised() -> String { JSONValue.object(self).serialised() }
}
