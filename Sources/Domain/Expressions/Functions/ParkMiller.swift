/// The random number generator by which randomised lists are the same in every program.
struct ParkMiller {
  private static let modulus: Int64 = 2_147_483_647
  private var state: Int64

  /// Other engines take the seed as a double, so a long one is rounded first.
  init(seed: Int64) {
    let rest = Int64(Double(seed).truncatingRemainder(dividingBy: Double(Self.modulus)))
    state = rest <= 0 ? rest + Self.modulus - 1 : rest
  }

  /// The next number from 0 up to, but without, 1.
  mutating func next() -> Double {
    state = state * 16_807 % Self.modulus
    return Double(state - 1) / Double(Self.modulus - 1)
  }
}
