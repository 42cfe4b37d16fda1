internal import Crypto
internal import Journal

/// The random key of a team or campaign. Nothing is sealed with it directly: every payload and file has a key of its own
/// drawn from it, so that one of them can be opened for the office without giving away the others.
package struct TeamKey: Sendable {
  /// The first 80 bits of what the key says about itself, as hexadecimal digits: its name in lines and files.
  package let id: String
  private let secret: SymmetricKey

  /// A new random key.
  package init() {
    self.init(SymmetricKey(size: .bits256))
  }

  /// Takes a key of 32 bytes.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.init(SymmetricKey(data: bytes))
  }

  private init(_ secret: SymmetricKey) {
    self.secret = secret
    let mark = HMAC<SHA256>.authenticationCode(for: Self.message("khaosat-key-id", []), using: secret)
    id = Hexadecimal.text(mark.prefix(10))
  }

  /// What is wrapped for others.
  var bytes: [UInt8] { secret.withUnsafeBytes { Array($0) } }

  /// The name as people read it to each other.
  package static func shown(_ id: String) -> String { Hexadecimal.grouped(id) }

  /// 32 bytes for one purpose and context: HMAC-SHA-256 over the purpose, a zero byte and the context.
  func drawn(_ purpose: StaticString, _ context: some Sequence<UInt8>) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Self.message(purpose, context), using: secret))
  }

  private static func message(_ purpose: StaticString, _ context: some Sequence<UInt8>) -> [UInt8] {
    var message = Array(UnsafeBufferPointer(start: purpose.utf8Start, count: purpose.utf8CodeUnitCount))
    message.append(0)
    message.append(contentsOf: context)
    return message
  }
}
