/// Cuts the parameters column into names and values: `start=1 end=10`, also with commas or semicolons between.
enum ParameterReader {
  /// The parameters in the order written; nothing when a piece has no value.
  static func read(_ text: String) -> [(name: String, value: String)]? {
    var joined = ""
    for character in text {
      if character == "=" {
        while joined.last == " " { joined.removeLast() }
        joined.append("=")
      } else if character.isWhitespace || character == "," || character == ";" {
        if joined.last != "=" && joined.last != " " { joined.append(" ") }
      } else {
        joined.append(character)
      }
    }
    var parameters: [(name: String, value: String)] = []
    for piece in joined.split(separator: " ") {
      guard let equals = piece.firstIndex(of: "="), equals > piece.startIndex else { return nil }
      parameters.append((piece[..<equals].lowercased(), String(piece[piece.index(after: equals)...])))
    }
    return parameters
  }
}
