internal import ArgumentParser
internal import FormFiles
internal import Forms
internal import Messages

/// `khaosat form check`: every mistake of a form with its place, in one run.
struct FormCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name all mistakes of forms: FILE:LINE:COLUMN: CODE message.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "form.yaml, .xlsx or .xml files, or folders with one.")
  var files: [String]

  func run() throws {
    let library = FormLibrary(places: common.formPlaces)
    var errors = 0
    for file in files {
      let path = HostFile.exists(file) ? file : try library.path(of: file)
      errors += check(path, root: library.root(of: path))
    }
    if errors > 0 { throw ProgramEnd(.problems) }
  }

  private func check(_ path: String, root: String?) -> Int {
    let loaded: LoadedForm
    do throws(FormFileProblem) {
      loaded = try FormFiles.load(path: path, root: root)
    } catch {
      Printer.result(line(error))
      return 1
    }
    for problem in loaded.problems { Printer.result(line(problem)) }
    let problems = CheckedForm.check(loaded.definition).problems
    for problem in problems {
      let kind = problem.code.isWarning ? "warning: " : ""
      let words = FormProblemPhrase.text(problem, language: common.language)
      Printer.result("\(Self.place(problem.position)): \(problem.code.rawValue) \(kind)\(words)")
    }
    return loaded.problems.count + problems.filter { !$0.code.isWarning }.count
  }

  private func line(_ problem: FormFileProblem) -> String {
    "\(Self.place(problem.position)): \(problem.code.rawValue) \(FormFileProblemPhrase.text(problem, language: common.language))"
  }

  /// A place as compilers write it: file, line, column, or the cell of a spreadsheet.
  static func place(_ position: SourcePosition) -> String {
    if let cell = position.cell { return "\(position.file):\(cell)" }
    return "\(position.file):\(max(position.line, 1)):\(max(position.column, 1))"
  }
}
