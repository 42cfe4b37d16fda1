internal import Journal

/// The value of `x` of a sealed line: `{"sealed":"<base64>","key":"<team key>"}`. In the base64 stand a salt, the sealed
/// bytes and their tag; sealed is the payload with spaces behind it up to a multiple of 64 bytes, so that the length of
/// a line does not tell a short answer.
struct SealedPayload: Sendable {
  /// The team key.
  let key: String
  /// What the line's own key is drawn with.
  let salt: [UInt8]
  /// The sealed bytes with their tag.
  let sealed: [UInt8]
  /// Members behind `x`, with the comma before them: a later version's.
  let rest: [UInt8]

  private static let step = 64
  private static let middle = Array(#"","key":""#.utf8)
  private static let end = Array(#""}"#.utf8)

  /// Reads the value of `x` with what follows it; nil when it is not sealed as this version does it.
  init?(_ body: UnsafeRawBufferPointer) {
    let mark = LineBody.sealedMark.utf8
    guard body.starts(with: mark) else { return nil }
    let inside = UnsafeRawBufferPointer(rebasing: body[mark.count...])
    guard let quote = inside.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let behind = UnsafeRawBufferPointer(rebasing: inside[quote...])
    let length = Self.middle.count + TeamKeyName.length + Self.end.count
    guard behind.count >= length, behind.starts(with: Self.middle),
      let bytes = Base64.bytes(UnsafeRawBufferPointer(rebasing: inside[..<quote])),
      bytes.count >= SecretBox.saltLength + SecretBox.tagLength,
      behind[(length - Self.end.count)..<length].elementsEqual(Self.end)
    else { return nil }
    let name = behind[Self.middle.count..<Self.middle.count + TeamKeyName.length]
    key = String(decoding: name, as: UTF8.self)
    guard TeamKeyName.isName(key) else { return nil }
    salt = Array(bytes[..<SecretBox.saltLength])
    sealed = Array(bytes[SecretBox.saltLength...])
    rest = Array(behind[length...])
  }

  /// Seals a payload with the key of its line.
  init?(_ payload: [UInt8], lineKey: [UInt8], key: String, salt: [UInt8], frame: [UInt8]) {
    var padded = payload
    padded.append(
      contentsOf: repeatElement(UInt8(ascii: " "), count: (Self.step - payload.count % Self.step) % Self.step))
    guard let sealed = SecretBox.seal(padded, key: lineKey, bound: frame) else { return nil }
    self.key = key
    self.salt = salt
    self.sealed = sealed
    rest = []
  }

  /// The bytes of `x`.
  var bytes: [UInt8] {
    var text = Array(LineBody.sealedMark.utf8)
    Base64.append(salt + sealed, to: &text)
    return text + Self.middle + Array(key.utf8) + Self.end + rest
  }

  /// The payload; nil when it does not open.
  func payload(lineKey: [UInt8], frame: some Sequence<UInt8>) -> [UInt8]? {
    guard var clear = SecretBox.open(sealed, key: lineKey, bound: frame) else { return nil }
    while clear.last == UInt8(ascii: " ") { clear.removeLast() }
    return clear
  }
}

/// How team keys are named in lines and files.
enum TeamKeyName {
  /// Digits of a name.
  static let length = 20

  /// Whether a text can be a name.
  static func isName(_ text: String) -> Bool { text.utf8.count == length && Hexadecimal.bytes(text) != nil }
}
