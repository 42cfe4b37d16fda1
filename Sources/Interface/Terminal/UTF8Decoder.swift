/// Puts the bytes of characters together as they arrive, one at a time and however slowly.
package struct UTF8Decoder: Equatable, Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  /// What a byte led to.
  package enum Step: Equatable, Sendable {
    case scalar(Unicode.Scalar)
    case incomplete
    /// The bytes so far are no character; the byte given belongs to them.
    case invalid
    /// The bytes before this one are no character; the byte itself is to be given again.
    case invalidThenAgain
  }

  /// A decoder that waits for the first byte of a character.
  package init() {}

  /// Whether a character has begun and is not whole.
  package var isWaiting: Bool { missing > 0 }

  /// Takes one byte. A byte that cannot begin a character is refused at once, so that it never eats the letters after it.
  package mutating func take(_ byte: UInt8) -> Step {
    if missing > 0 {
      guard allowed.contains(byte) else {
        missing = 0
        return .invalidThenAgain
      }
      value = value << 6 | UInt32(byte & 0x3F)
      allowed = 0x80...0xBF
      missing -= 1
      if missing > 0 { return .incomplete }
      return Unicode.Scalar(value).map(Step.scalar) ?? .invalid
    }
    switch byte {
    case 0x00...0x7F: return .scalar(Unicode.Scalar(byte))
    case 0xC2...0xDF: begin(UInt32(byte & 0x1F), missing: 1, allowed: 0x80...0xBF)
    case 0xE0: begin(0, missing: 2, allowed: 0xA0...0xBF)
    case 0xED: begin(0xD, missing: 2, allowed: 0x80...0x9F)
    case 0xE1...0xEF: begin(UInt32(byte & 0x0F), missing: 2, allowed: 0x80...0xBF)
    case 0xF0: begin(0, missing: 3, allowed: 0x90...0xBF)
    case 0xF1...0xF3: begin(UInt32(byte & 0x07), missing: 3, allowed: 0x80...0xBF)
    case 0xF4: begin(4, missing: 3, allowed: 0x80...0x8F)
    default: return .invalid
    }
    return .incomplete
  }

  /// Gives up a character that did not become whole in time; says whether there was one.
  package mutating func giveUp() -> Bool {
    defer { missing = 0 }
    return missing > 0
  }

  private mutating func begin(_ bits: UInt32, missing: Int, allowed: ClosedRange<UInt8>) {
    value = bits
    self.missing = missing
    self.allowed = allowed
  }
}
