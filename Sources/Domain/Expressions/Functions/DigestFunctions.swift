internal import Crypto

/// Functions of checksums, signatures and encodings.
enum DigestFunctions {
  static let rows: [FunctionEntry] = [
    FunctionEntry(
      "digest", Signature([.string, .string, .string], optional: 1),
      [.init("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72")], body: digest),
    .ofText("base64-decode", [.init("base64-decode('SGVsbG8=')", "Hello")]) { text in
      .string(Base64.decode(text).map { String(decoding: $0, as: UTF8.self) } ?? "")
    },
    .ofTexts("extract-signed", [.init("extract-signed('AAAA', 'AAAA')", "")]) { text, key in
      .string(extractSigned(text, key))
    },
  ]

  private static func digest(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let text = Array(try call.string(0, scope, &effort).utf8)
    let algorithm = try call.string(1, scope, &effort).uppercased()
    let encoding = call.count > 2 ? try call.string(2, scope, &effort).lowercased() : "base64"
    try effort.spend(text.count)
    let bytes: [UInt8]
    switch algorithm {
    case "MD5": bytes = hashed(text, Insecure.MD5())
    case "SHA-1": bytes = hashed(text, Insecure.SHA1())
    case "SHA-256": bytes = hashed(text, SHA256())
    case "SHA-384": bytes = hashed(text, SHA384())
    case "SHA-512": bytes = hashed(text, SHA512())
    default: throw call.problem(.value, "digest", algorithm)
    }
    switch encoding {
    case "base64": return .string(Base64.encode(bytes))
    case "hex": return .string(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    default: throw call.problem(.value, "digest", encoding)
    }
  }

  private static func hashed<Function: HashFunction>(_ bytes: [UInt8], _ function: Function) -> [UInt8] {
    var function = function
    bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
    return function.finalize().map { $0 }
  }

  /// The text after the 64 bytes of an Ed25519 signature when the signature fits; otherwise nothing.
  private static func extractSigned(_ text: String, _ key: String) -> String {
    guard let contents = Base64.decode(text), contents.count > 64, let keyBytes = Base64.decode(key),
      let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: keyBytes)
    else { return "" }
    let message = Array(contents[64...])
    guard publicKey.isValidSignature(Array(contents[..<64]), for: message) else { return "" }
    return String(decoding: message, as: UTF8.self)
  }
}
