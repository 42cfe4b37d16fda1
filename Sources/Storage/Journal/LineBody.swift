package import JSON

/// The payload of a line as text, read only when somebody wants it: most events are never looked into.
package struct LineBody: Sendable, Equatable {
  /// The value of `x`, then members this version does not know.
  package let text: String

  /// Takes the text as it stands in the line.
  package init(text: String) { self.text = text }

  /// Takes a payload.
  package init(_ payload: JSONObject) { text = JSONValue.object(payload).serialised() }

  /// Whether the payload is sealed and was not opened.
  package var isSealed: Bool {
    let bytes = text.utf8
    // Payloads hardly ever have a first key with this letter, so most are told apart by one byte.
    guard let third = bytes.index(bytes.startIndex, offsetBy: 2, limitedBy: bytes.endIndex), third < bytes.endIndex,
      bytes[third] == UInt8(ascii: "s")
    else { return false }
    return bytes.starts(with: Self.sealedMark.utf8)
  }

  /// How the value of `x` of a sealed line begins.
  package static let sealedMark = #"{"sealed":""#

  /// The payload; nil when it is sealed or no JSON object.
  package var payload: JSONObject? { isSealed ? nil : object }

  /// Whether `x` is a JSON object, sealed or not.
  var isWellFormed: Bool { object != nil }

  private var object: JSONObject? {
    guard case .object(let members)? = try? JSONValue(parsing: "{\"x\":" + text + "}"),
      case .object(let payload)? = members["x"]
    else { return nil }
    return payload
  }

  /// Members after `x` that this version does not know.
  package var unknown: JSONObject {
    guard case .object(var members)? = try? JSONValue(parsing: "{\"x\":" + text + "}") else { return JSONObject() }
    members["x"] = nil
    return members
  }
}
