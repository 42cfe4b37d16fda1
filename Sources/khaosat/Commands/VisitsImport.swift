internal import ArgumentParser
internal import Fieldwork
internal import Forms
internal import Glibc
internal import Messages
internal import Records

/// `khaosat visits import FILE`: takes the list that the centre keeps. All good rows or none, unless the user agrees.
struct VisitsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import a list of establishments from CSV or XLSX.")

  @Argument(help: "The list.")
  var file: String

  @Flag(name: .long, help: "Leave wrong rows out and import the others.")
  var skipBad = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = common.access
    let forms = FormLibrary(places: common.formPlaces).all().compactMap { $0.definition?.formID.text }
    let found = try VisitImport(path: file, forms: forms, today: access.clock.today)
    for problem in found.list.problems {
      Printer.words("\(file):\(problem.line): \(VisitListPhrase.text(problem, language: common.language))")
    }
    let bad = Set(found.list.problems.filter { !$0.isWarning }.map(\.line)).count
    if bad > 0 {
      guard !found.list.visits.isEmpty, skipBad || agrees(bad: bad, good: found.list.visits.count) else {
        throw ProgramProblem.badRows(count: bad)
      }
    }
    let store = try access.writing()
    let drafts = found.drafts(over: store.snapshot)
    if !drafts.isEmpty { try store.appendAndWait(drafts, isGroup: true) }
    try store.close()
    Printer.words(
      common.language == "en"
        ? "\(drafts.count) establishments imported, \(found.list.visits.count - drafts.count) already known, \(bad) rows left out."
        : "Đã nhập \(drafts.count) cơ sở, \(found.list.visits.count - drafts.count) đã có từ trước, bỏ \(bad) dòng.")
  }

  /// Asks on a terminal; in a script nothing is agreed to.
  private func agrees(bad: Int, good: Int) -> Bool {
    guard isatty(0) == 1, isatty(2) == 1 else { return false }
    Printer.words(
      common.language == "en"
        ? "\(bad) rows are wrong. Import the \(good) good ones? [y/N]"
        : "Có \(bad) dòng sai. Nhập \(good) dòng đúng? [c/K]")
    let answer = (readLine() ?? "").trimmed.lowercased()
    return ["y", "yes", "c", "co", "có"].contains(answer)
  }
}
