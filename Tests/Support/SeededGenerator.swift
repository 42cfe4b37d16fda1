import Glibc

/// Random numbers that are the same in every run (SplitMix64), so that a failure can be had again. `KHAOSAT_SEED` sets
/// another seed for all tests; the seed used is printed.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The seed of every run that names none.
  package static let seed: UInt64 = getenv("KHAOSAT_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_127

  /// Begins for a test.
  ///
  /// - Parameter salt: keeps the numbers of several generators of one test apart.
  package init(_ salt: UInt64 = 0, test: String = #function) {
    state = Self.seed &+ salt &* 0x9E37_79B9_7F4A_7C15
    print("\(test): seed \(Self.seed)")
  }

  /// Begins with a seed of its own, which the caller prints.
  package init(seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below a limit.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
