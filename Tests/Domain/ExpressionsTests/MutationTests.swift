import Expressions
import TestSupport
import Testing

@Suite struct MutationTests {
  /// Pieces of the language, to be put together at random.
  private static let pieces: [String] =
    [
      "/", "//", "..", ".", "@", "[", "]", "(", ")", ",", "|", "'", "\"", "$", "*", "::", "-", "+", "=", "!=", "<=",
      " ",
    ]
    + ["and", "or", "div", "mod", "data", "x", "current()", "0.5", "1e9", "xã", "\u{301}", "self", "node()", "true()"]
    + FunctionTable.all.map { $0.name + "(" }

  @Test("expressions put together at random are read or refused")
  func randomExpressions() {
    var generator = SeededGenerator(31)
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)] }.joined()
      guard let formula = try? Formula(parsing: text) else { continue }
      read += 1
      _ = formula.problems
      _ = formula.tree.locationPaths
      _ = try? formula.evaluate(in: Scope.sample)
    }
    #expect((1..<20_000).contains(read), "some are read and some refused: \(read)")
  }

  @Test("examples with characters changed are read or refused")
  func mutatedExamples() {
    var generator = SeededGenerator(32)
    let examples = FunctionTable.all.flatMap(\.examples).map { Array($0.expression.unicodeScalars) }
    var read = 0
    for _ in 0..<10_000 {
      var scalars = examples[Int.random(in: 0..<examples.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars[Int.random(in: 0..<scalars.count, using: &generator)], at: place)
        default: scalars[place] = Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &generator))
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      guard let formula = try? Formula(parsing: String(text)) else { continue }
      read += 1
      _ = try? formula.evaluate(in: Scope.sample)
    }
    #expect((1..<10_000).contains(read), "some are read and some refused: \(read)")
  }
}
