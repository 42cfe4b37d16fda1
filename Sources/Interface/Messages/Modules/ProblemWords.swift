/// What a problem says and the way out, in both languages, before it has its code.
struct ProblemWords {
  /// What is wrong: Vietnamese, English. No full stop at the end: phrases set it.
  let says: (String, String)
  /// What to do: Vietnamese, English.
  let wayOut: (String, String)

  /// Vietnamese and English of what is wrong, then of what to do.
  init(_ vietnamese: String, _ english: String, do vietnameseWayOut: String, _ englishWayOut: String) {
    says = (vietnamese, english)
    wayOut = (vietnameseWayOut, englishWayOut)
  }

  /// Words that a phrase already has, to stand under another code.
  init(of phrase: ProblemPhrase) {
    says = (phrase.vietnamese, phrase.english)
    wayOut = (phrase.vietnameseWayOut, phrase.englishWayOut)
  }

  /// The same under a code.
  func phrase(_ code: String) -> ProblemPhrase {
    ProblemPhrase(code, says, wayOut: wayOut)
  }
}
