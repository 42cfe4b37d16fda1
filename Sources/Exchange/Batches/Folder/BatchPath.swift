/// Names of files inside a batch.
enum BatchPath {
  /// Whether a path read somewhere may be followed: it stays below the batch, and no part of it is odd.
  static func isSafe(_ path: String) -> Bool {
    guard path.utf8.count <= 400, !path.isEmpty else { return false }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 3
      && parts.allSatisfy { part in
        !part.isEmpty && part != "." && part != ".." && !part.hasSuffix(".part")
          && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && $0.value != 0x7F }
      }
  }

  /// A text as part of a file name that every stick takes.
  static func name(_ text: String) -> String {
    let kept = text.map { character -> Character in
      guard character.isASCII, character.isLetter || character.isNumber || character == "_" || character == "-" else {
        return "_"
      }
      return character
    }
    return kept.isEmpty ? "form" : String(kept.prefix(48))
  }
}
