package import JSON

/// The payload of a line as text, read only when somebody wants it: most events are never looked into.
package struct LineBody: Sendable, Equatable {
  /// The value of `x`, then members this version does not know.
  package let text: String

  /// Takes the text as it stands in the line.
  package init(text: String) { self.text = text }

  /// Takes a payload.
  package init(_ payload: JSONObject) { text = JSONValue.object(payload).serialised() }

  /// The payload; nil when it is no JSON object.
  package var payload: JSONObject? {
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
