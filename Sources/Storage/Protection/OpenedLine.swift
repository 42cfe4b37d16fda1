internal import JSON
package import Journal

/// A sealed line in the clear, from which the sealed one can be made again byte for byte: the payload stands in `x`, and
/// behind it `o` with the salt and the key of this one line. So a batch is read without any key, and its lines are still
/// those of the log: they have the same names, and are known again when the log arrives.
package enum OpenedLine {
  private static let mark = Array(#","o":{"key":""#.utf8)

  /// The opened form of a sealed line; nil when members follow `x` that this version does not know.
  static func make(_ view: LineView, payload: [UInt8], sealed: SealedPayload, lineKey: [UInt8]) -> [UInt8]? {
    guard sealed.rest.isEmpty else { return nil }
    var body = payload + mark + Array(sealed.key.utf8) + Array(#"","salt":""#.utf8)
    Base64.append(sealed.salt, to: &body)
    body += Array(#"","line":""#.utf8)
    Base64.append(lineKey, to: &body)
    body += Array(#""}"#.utf8)
    return LineEncoder.line(frame: view.frameBytes, body: body)
  }

  /// The name of a line: for an opened one, that of the sealed line it stands for.
  package static func name(of view: LineView) -> LineHash { sealed(view).map { LineHash(of: $0) } ?? view.hash }

  /// The sealed line that an opened one stands for; nil for any other line.
  package static func sealed(_ view: LineView) -> [UInt8]? {
    let body = view.rawBody
    let place = body.count - length
    guard place > 0, body[place..<place + mark.count].elementsEqual(mark),
      case .object(let members)? = try? JSONValue(parsing: "{\"x\":" + view.body.text + "}"),
      let opening = members["o"], let key = opening["key"]?.stringValue, TeamKeyName.isName(key),
      let salt = bytes(opening["salt"]), salt.count == SecretBox.saltLength,
      let lineKey = bytes(opening["line"]), lineKey.count == 32,
      let sealed = SealedPayload(
        Array(body[..<place]), lineKey: lineKey, key: key, salt: salt, frame: Array(view.frameBytes))
    else { return nil }
    return LineEncoder.line(frame: view.frameBytes, body: sealed.bytes)
  }

  /// Length of the member `o` with the comma before it.
  private static let length = mark.count + TeamKeyName.length + 10 + 32 + 10 + 44 + 2

  private static func bytes(_ value: JSONValue?) -> [UInt8]? {
    guard let text = value?.stringValue else { return nil }
    return Array(text.utf8).withUnsafeBytes { Base64.bytes($0) }
  }
}
