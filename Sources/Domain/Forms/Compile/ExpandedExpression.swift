/// An expression with paths in place of its references, and the way back to the characters of the cell.
struct ExpandedExpression: Sendable {
  /// A stretch of the expanded text.
  private struct Stretch {
    var expanded: Int
    var original: Int
    /// Whether the stretch stands for a reference: every offset inside maps to its beginning.
    var isReference: Bool
  }

  /// The expanded text.
  private(set) var text = ""
  private(set) var problems: [FormProblem] = []
  private var stretches: [Stretch] = []
  private var length = 0

  init() {}

  /// A text in which nothing is replaced.
  init(whole text: String) { self.text = text }

  /// Adds characters taken over as they are.
  mutating func take(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard !scalars.isEmpty else { return }
    stretches.append(Stretch(expanded: length, original: scalars.startIndex, isReference: false))
    text.unicodeScalars.append(contentsOf: scalars)
    length += scalars.count
  }

  /// Adds a text in place of the characters from an offset on.
  mutating func put(_ replacement: String, for original: Int) {
    stretches.append(Stretch(expanded: length, original: original, isReference: true))
    text += replacement
    length += replacement.unicodeScalars.count
  }

  /// Notes a problem.
  mutating func add(_ problem: FormProblem) { problems.append(problem) }

  /// The offset in the cell for an offset in the expanded text.
  func original(of offset: Int) -> Int {
    guard let stretch = stretches.last(where: { $0.expanded <= offset }) else { return offset }
    return stretch.isReference ? stretch.original : stretch.original + offset - stretch.expanded
  }
}
