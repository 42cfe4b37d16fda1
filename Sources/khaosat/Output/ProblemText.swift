internal import Archive
internal import Batches
internal import CSV
internal import Expressions
internal import FormFiles
internal import Forms
internal import Journal
internal import Media
internal import Messages
internal import Protection
internal import Records
internal import XML

/// Any problem of any module as words and an exit code: the one place where a command's failure is put into words.
enum ProblemText {
  /// The words and the exit code; nil for what the argument parser words itself.
  static func describe(_ error: any Error, language: String) -> (words: String, exit: ProgramExit)? {
    if let problem = error as? ProgramProblem {
      return ("\(problem.code): \(problem.phrase(in: language))", problem.exit)
    }
    guard let (phrase, exit) = known(error) else { return nil }
    let shown: Language = language == "en" ? .english : .vietnamese
    return ("\(phrase.code): \(phrase.line(in: shown))", exit)
  }

  /// A problem as the screens show it.
  static func phrase(_ error: any Error) -> ProblemPhrase {
    if let problem = error as? ProgramProblem {
      let vietnamese = parts(problem.phrase(in: "vi"))
      let english = parts(problem.phrase(in: "en"))
      return ProblemPhrase(
        problem.code, (vietnamese.says, english.says),
        wayOut: (vietnamese.wayOut ?? "F1 để xem trợ giúp", english.wayOut ?? "F1 for help"))
    }
    return known(error)?.phrase
      ?? ProblemPhrase(
        "PRG-000", ("Không làm được: \(error)", "Failed: \(error)"), wayOut: ("Thử lại", "Try again"))
  }

  /// What is wrong, and the sentence behind it that says what to do; neither with its full stop.
  private static func parts(_ phrase: String) -> (says: String, wayOut: String?) {
    let words = phrase.hasSuffix(".") ? String(phrase.dropLast()) : phrase
    guard let stop = words.lastIndex(of: "."), words[words.index(after: stop)...].hasPrefix(" ") else {
      return (words, nil)
    }
    return (String(words[..<stop]), String(words[words.index(stop, offsetBy: 2)...]))
  }

  private static func known(_ error: any Error) -> (phrase: ProblemPhrase, exit: ProgramExit)? {
    switch error {
    case let problem as StoreProblem: (StorePhrase.problem(problem), exit(problem))
    case let problem as JournalProblem: (StorePhrase.problem(.journal(problem)), exit(StoreProblem.journal(problem)))
    case let problem as MediaProblem: (StorePhrase.problem(.media(problem)), exit(StoreProblem.media(problem)))
    case let problem as ProtectionProblem: (ProtectionPhrase.problem(problem), exit(problem))
    case let problem as FormFileProblem: (FormFileProblemPhrase.problem(problem), .usage)
    case let problem as FormProblem: (FormProblemPhrase.problem(problem), .problems)
    case let problem as CSVProblem: (CSVPhrase.problem(problem), .problems)
    case let problem as XMLProblem: (XMLPhrase.problem(problem), .problems)
    case let problem as ArchiveProblem: (ArchivePhrase.problem(problem), .problems)
    case let problem as ExpressionProblem: (ExpressionProblemPhrase.problem(problem), .problems)
    case let problem as BatchProblem: (BatchPhrase.problem(problem), exit(problem))
    default: nil
    }
  }

  private static func exit(_ problem: StoreProblem) -> ProgramExit {
    switch problem {
    case .readOnly, .sealed, .lockedRecord, .lockMissing, .journal(.sealed), .media(.sealed): .refused
    case .unknownRecord, .unknownForm, .insideStore, .noCopy: .usage
    default: .damaged
    }
  }

  private static func exit(_ problem: ProtectionProblem) -> ProgramExit {
    switch problem {
    case .wrongPassphrase, .passphraseNeeded: .refused
    case .alreadyOn, .off, .shortPassphrase, .passphrasesDiffer, .unknownKey, .unknownLaptop: .usage
    case .keyFile, .system, .cryptography: .damaged
    }
  }

  private static func exit(_ problem: BatchProblem) -> ProgramExit {
    ProgramExit(rawValue: Int32(problem.gravity.rawValue)) ?? .damaged
  }
}
