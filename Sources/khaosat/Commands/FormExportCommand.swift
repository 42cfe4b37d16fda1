internal import ArgumentParser
internal import FormFiles
internal import Forms
internal import Messages

/// `khaosat form export FORM --to xlsx|xform --out FILE`: a form for other engines, and what they will not check.
struct FormExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "export", abstract: "Write a form as XLSForm or XForm.")

  @Argument(help: "A form's id, or a path to it.")
  var form: String

  @Option(name: .customLong("to"), help: "xlsx or xform.")
  var format: String

  @Option(name: .long, help: "The file to write.")
  var out: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let wanted = ["xlsx": FormFiles.Format.xlsx, "xform": .xml][format] else {
      throw ProgramProblem.badOption(name: "--to", value: format, allowed: "xlsx, xform")
    }
    let library = FormLibrary(places: common.formPlaces)
    let (checked, path) = try library.checked(form)
    let folder = FormFolder(folder: FormFiles.folder(of: try FormFiles.mainFile(path)), root: library.root(of: path))
    try FormOutput.write(
      FormFiles.export(checked, to: wanted), main: out, from: folder, language: common.language)
  }
}

/// `khaosat form import FILE --out DIR`: an XLSForm or XForm as form.yaml and its choice files.
struct FormImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn an XLSForm or XForm into form.yaml and its choice files.")

  @Argument(help: "FILE.xlsx or FILE.xml.")
  var file: String

  @Option(name: .long, help: "The folder to write into.")
  var out: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let loaded = try FormFiles.load(path: file)
    for problem in loaded.problems {
      Printer.words(
        "\(FormCheck.place(problem.position)): \(FormFileProblemPhrase.text(problem, language: common.language))")
    }
    guard loaded.problems.isEmpty else { throw ProgramProblem.faultyForm(path: file, count: loaded.problems.count) }
    try HostFile.makeFolder(out)
    let folder = FormFolder(folder: FormFiles.folder(of: try FormFiles.mainFile(file)))
    try FormOutput.write(
      FormFiles.importing(loaded.definition), main: out + "/form.yaml", from: folder, language: common.language)
  }
}
