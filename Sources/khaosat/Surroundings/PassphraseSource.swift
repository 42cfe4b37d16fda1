internal import Glibc
internal import Protection

/// Where passphrases come from: a file or the environment for scripts, else the terminal without echo.
package struct PassphraseSource: Sendable {
  /// A file that holds the passphrase in its first line.
  package var file: String?
  /// The variable of the environment that holds it.
  package var variable: String
  /// Whether questions are asked in English.
  package var isEnglish: Bool

  /// A source; the usual variable is `KHAOSAT_PASSPHRASE`.
  package init(file: String? = nil, variable: String = "KHAOSAT_PASSPHRASE", isEnglish: Bool = false) {
    self.file = file
    self.variable = variable
    self.isEnglish = isEnglish
  }

  /// What was given without asking.
  package func given() throws(ProgramProblem) -> String? {
    if let file {
      // Cut as bytes: to a text, CR and LF together are one character.
      let line = try HostFile.read(file).prefix { $0 != 0x0A }
      return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    return getenv(variable).map { String(cString: $0) }
  }

  /// Asks on the terminal; nil when there is none, or the person gave up.
  package func ask(_ vietnamese: String, _ english: String) -> String? {
    SilentPrompt.read(isEnglish ? english + ": " : vietnamese + ": ")
  }

  /// A new passphrase: what was given, else typed twice.
  package func new() throws -> String {
    if let given = try given() { return given }
    guard let first = ask("Mật khẩu mới", "New passphrase"),
      let second = ask("Nhập lại mật khẩu mới", "New passphrase again")
    else { throw ProtectionProblem.passphraseNeeded }
    guard first == second else { throw ProtectionProblem.passphrasesDiffer }
    return first
  }
}
