internal import Crypto
internal import JSON
internal import Journal

/// `sealed.khb`: one line in the clear, then frames sealed one after the other, then the SHA-256 of everything before.
enum SealFormat {
  /// X25519, HKDF-SHA256 and ChaCha20-Poly1305: as fast on an old processor without AES as on a new one.
  static let ciphersuite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  static let suiteName = "HPKE-X25519-SHA256-ChaCha20Poly1305"
  static let information: [UInt8] = Array("khaosat-sealed-1".utf8)
  static let format = "khaosat-sealed"
  /// Bytes in the clear of a frame.
  static let frameLength = 1 << 16
  /// What the cipher adds.
  static let tagLength = 16
  static let trailerLength = 32
  /// Flag and length before each frame.
  static let frameHeadLength = 5

  /// What is bound to a frame: the clear line, and whether the frame is the last.
  static func associated(_ header: ContentHash, isLast: Bool) -> [UInt8] {
    Array(header.hex.utf8) + [isLast ? 1 : 0]
  }
}

/// The line in the clear: for whom the file is, so that nobody tries in vain, and by whom.
struct SealHeader {
  var id: String
  var created: String
  var device: String
  var recipient: PublicKeys
  var encapsulated: [UInt8]

  /// The line with its LF.
  var bytes: [UInt8] {
    let json: JSONValue = [
      "format": .string(SealFormat.format), "version": 1, "id": .string(id), "created": .string(created),
      "device": .string(device), "for": .string(recipient.fingerprint), "key": .string(recipient.text),
      "suite": .string(SealFormat.suiteName), "encapsulated": .string(HexBytes.text(encapsulated)),
    ]
    return json.serialisedBytes() + [0x0A]
  }

  init(id: String, created: String, device: String, recipient: PublicKeys, encapsulated: [UInt8]) {
    self.id = id
    self.created = created
    self.device = device
    self.recipient = recipient
    self.encapsulated = encapsulated
  }

  /// Reads the line.
  init?(bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["format"]?.stringValue == SealFormat.format,
      json["version"]?.intValue == 1, json["suite"]?.stringValue == SealFormat.suiteName,
      let id = json["id"]?.stringValue, let recipient = json["key"]?.stringValue.flatMap(PublicKeys.init(text:)),
      let encapsulated = json["encapsulated"]?.stringValue.flatMap({ HexBytes.bytes($0) })
    else { return nil }
    self.init(
      id: id, created: json["created"]?.stringValue ?? "", device: json["device"]?.stringValue ?? "",
      recipient: recipient, encapsulated: encapsulated)
  }
}
