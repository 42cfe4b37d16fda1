import Expressions
import TestSupport
import Testing

@Suite struct NumberTests {
  private func text(_ expression: String) throws -> String {
    try Formula(parsing: expression).text(in: .sample)
  }

  @Test(arguments: [
    ("0.1 + 0.2", "0.3"), ("1.1 * 1.1", "1.21"), ("10 div 4", "2.5"), ("1 div 8 div 8", "0.015625"),
    ("1 div 3", "0.3333333333333333"), ("2 div 3 * 3", "2"), ("9999999999999999 + 1", "10000000000000000"),
    ("12345678901234567 * 98765432109876543", "1219326311370217861743636654061881"),
    ("3650000000 * 0.1", "365000000"), ("7 mod 3", "1"), ("-7 mod 3", "-1"), ("5.5 mod 0.3", "0.1"),
    ("1 - 0.9", "0.1"), ("-0.0005", "-0.0005"), ("1000000000000 * 1000000000000", "1000000000000000000000000"),
    ("0.1 * 0.1 * 0.1", "0.001"), ("1 div 0", "Infinity"), ("-1 div 0", "-Infinity"), ("0 div 0", "NaN"),
    ("round(2.5)", "3"), ("round(-2.5)", "-2"), ("round(1234.5678, -2)", "1200"), ("round(0.125, 2)", "0.13"),
    ("int(-3.99)", "-3"), ("floor(-0.5)", "-1"), ("ceiling(-0.5)", "0"), ("pow(1.05, 3)", "1.157625"),
    ("100000000000000000000000000000000000 + 1", "100000000000000000000000000000000000"),
  ])
  func arithmeticIsExact(expression: String, expected: String) throws {
    #expect(try text(expression) == expected)
  }

  @Test(arguments: [
    ("1,5", "1.5"), (" 12 ", "12"), ("-4.50", "-4.5"), (".5", "0.5"), ("5.", "5"), ("1e3", "NaN"), ("", "NaN"),
    ("-", "NaN"), ("1.2.3", "NaN"), ("1,2.3", "NaN"), ("+5", "NaN"), ("0x10", "NaN"), ("1 000", "NaN"),
    ("007", "7"), ("-0", "0"),
  ])
  func textsAreReadAsNumbers(text: String, expected: String) {
    #expect(Number(text: text).description == expected)
  }

  /// Sums, differences and products of whole numbers are those of integers.
  @Test func wholeNumbersAgreeWithIntegers() {
    var random = SeededGenerator(11)
    for _ in 0..<2000 {
      let left = random.below(2_000_000_000) - 1_000_000_000
      let right = random.below(2_000_000_000) - 1_000_000_000
      #expect((Number(left) + Number(right)).wholeNumber == left + right)
      #expect((Number(left) - Number(right)).wholeNumber == left - right)
      #expect((Number(left) * Number(right)).wholeNumber == left * right)
      #expect(Number(left).isLess(than: Number(right)) == (left < right))
      if right != 0 { #expect((Number(left) % Number(right)).wholeNumber == left % right) }
    }
  }

  /// A decimal divided by what it was multiplied with is itself again.
  @Test func divisionUndoesMultiplication() {
    var random = SeededGenerator(12)
    for _ in 0..<1000 {
      let left = Number(text: "\(random.below(1_000_000)).\(random.below(1_000_000))")
      let right = Number(text: "\(1 + random.below(1_000_000)).\(random.below(1_000))")
      #expect((left * right / right).description == left.description)
    }
  }

  @Test func functionsOfAnglesAreAccurate() throws {
    for step in -60...60 {
      let angle = Double(step) / 7
      let sine = try Formula(parsing: "sin(\(angle))").number(in: .sample).double
      let cosine = try Formula(parsing: "cos(\(angle))").number(in: .sample).double
      #expect((sine * sine + cosine * cosine - 1).magnitude < 1e-15)
      let back = try Formula(parsing: "atan2(\(Number(sine)), \(Number(cosine)))").number(in: .sample).double
      let turns = (angle - back) / (2 * Double.pi)
      #expect((turns - turns.rounded()).magnitude < 1e-14)
      let grown = try Formula(parsing: "log(exp(\(angle)))").number(in: .sample).double
      #expect((grown - angle).magnitude < 1e-14)
    }
  }
}
