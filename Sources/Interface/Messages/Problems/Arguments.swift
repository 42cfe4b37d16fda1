/// Names and numbers for a message, by place; what is not given is left out.
struct Arguments {
  private let texts: [String]

  /// The arguments of a problem.
  init(_ texts: [String]) {
    self.texts = texts
  }

  /// The argument at a place, or nothing.
  subscript(_ place: Int) -> String { texts.indices.contains(place) ? texts[place] : "" }

  /// All of them from a place on, with commas.
  func rest(from place: Int) -> String { texts.dropFirst(place).joined(separator: ", ") }
}

/// What a problem says and the way out, Vietnamese before English.
typealias ProblemWords = (says: (String, String), wayOut: (String, String))
