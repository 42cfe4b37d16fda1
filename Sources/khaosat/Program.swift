internal import ArgumentParser
internal import Glibc

/// Where the process starts, and where every problem becomes words and an exit code.
@main
enum Program {
  static func main() {
    // A closed pipe does not end a command in the middle of its work; what it still prints is let go.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Khaosat.parseAsRoot()
      try command.run()
      if let problem = Printer.problem { throw problem }
    } catch let end as ProgramEnd {
      exit(end.exit.rawValue)
    } catch {
      if let ending = ProblemText.describe(error, language: wordsLanguage()) {
        Printer.words(ending.words)
        exit(ending.exit.rawValue)
      }
      leave(error)
    }
    exit(ProgramExit.done.rawValue)
  }

  /// Help, version and wrong use, as the argument parser words them.
  private static func leave(_ error: any Error) -> Never {
    let code = Khaosat.exitCode(for: error)
    let words = Khaosat.fullMessage(for: error)
    if code.isSuccess {
      if !words.isEmpty { Printer.result(words) }
      exit(ProgramExit.done.rawValue)
    }
    Printer.words(words)
    exit(ProgramExit.usage.rawValue)
  }

  /// The language of words when the command itself did not get far enough to know.
  private static func wordsLanguage() -> String {
    let arguments = CommandLine.arguments
    if let place = arguments.firstIndex(of: "--lang"), place + 1 < arguments.count { return arguments[place + 1] }
    if arguments.contains("--lang=en") { return "en" }
    return getenv("KHAOSAT_LANG").map { String(cString: $0) } ?? "vi"
  }
}
