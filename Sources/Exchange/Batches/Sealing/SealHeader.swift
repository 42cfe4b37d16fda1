internal import JSON
internal import Journal

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
      "suite": .string(SealFormat.suiteName), "encapsulated": .string(Hexadecimal.text(encapsulated)),
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
      let encapsulated = json["encapsulated"]?.stringValue.flatMap({ Hexadecimal.bytes($0) })
    else { return nil }
    self.init(
      id: id, created: json["created"]?.stringValue ?? "", device: json["device"]?.stringValue ?? "",
      recipient: recipient, encapsulated: encapsulated)
  }
}
