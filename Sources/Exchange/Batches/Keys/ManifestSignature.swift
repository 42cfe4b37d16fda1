internal import JSON
internal import Journal

/// `manifest.sig`: who vouches for a manifest, byte for byte.
struct ManifestSignature {
  static let fileName = "manifest.sig"

  var keys: PublicKeys
  var signature: [UInt8]

  /// Signs a manifest.
  init(of manifest: [UInt8], by store: KeyStore) throws(BatchProblem) {
    (signature, keys) = try store.sign(manifest)
  }

  /// Reads the file; nil unless it is written exactly as we write it, so that no byte of it can change unseen.
  init?(bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes),
      let keys = json["key"]?.stringValue.flatMap(PublicKeys.init(text:)),
      let signature = json["signature"]?.stringValue.flatMap({ Hexadecimal.bytes($0) })
    else { return nil }
    self.keys = keys
    self.signature = signature
    guard self.bytes == bytes else { return nil }
  }

  /// The file.
  var bytes: [UInt8] {
    let json: JSONValue = [
      "format": "khaosat-signature", "version": 1, "algorithm": "Ed25519", "over": .string(BatchManifest.fileName),
      "key": .string(keys.text), "signature": .string(Hexadecimal.text(signature)),
    ]
    return Array(json.pretty().utf8) + [0x0A]
  }

  /// What it says of a manifest.
  func verdict(on manifest: [UInt8], keys store: KeyStore?) -> SignatureVerdict {
    guard keys.isValid(signature, over: manifest) else { return .bad }
    return store?.verdict(on: keys) ?? .unknown(fingerprint: keys.fingerprint)
  }
}
