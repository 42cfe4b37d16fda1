/// A hybrid logical clock value: 48 bits of milliseconds since 1970 and a 16-bit counter. It never goes back, whatever
/// the wall clock does, so it orders what one device saw before what it wrote.
package struct HybridClock: Hashable, Sendable, Comparable {
  /// Milliseconds in the upper 48 bits, counter in the lower 16.
  package let raw: UInt64

  /// Before everything.
  package static let zero = HybridClock(raw: 0)

  /// Takes a value read somewhere.
  package init(raw: UInt64) { self.raw = raw }

  /// The next value after this one at a wall clock time.
  package func next(at milliseconds: Int64) -> HybridClock {
    let wall = UInt64(max(0, min(milliseconds, 0xFFFF_FFFF_FFFF))) << 16
    // At the very end of the range (a clock set to the year 10889) the value stands still; n still orders the lines.
    return HybridClock(raw: wall > raw ? wall : raw &+ (raw == .max ? 0 : 1))
  }

  /// Its milliseconds since 1970.
  package var milliseconds: Int64 { Int64(raw >> 16) }

  /// The 16 digits.
  package var hex: String { Hexadecimal.text(raw, digits: 16) }

  /// Earlier before later.
  package static func < (left: HybridClock, right: HybridClock) -> Bool { left.raw < right.raw }
}
