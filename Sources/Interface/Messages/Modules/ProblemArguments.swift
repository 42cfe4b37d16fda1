/// Names and numbers that a problem brings along; one that is not there is empty, so that words never fail.
struct ProblemArguments {
  private let texts: [String]

  /// Takes the texts of a problem.
  init(_ texts: [String]) {
    self.texts = texts
  }

  /// The text at a place, or nothing.
  subscript(place: Int) -> String {
    texts.indices.contains(place) ? texts[place] : ""
  }

  /// Everything behind the first text: the details of a problem of another module.
  var rest: [String] { Array(texts.dropFirst()) }

  /// All texts with a sign between.
  func joined(_ separator: String) -> String { texts.joined(separator: separator) }
}
