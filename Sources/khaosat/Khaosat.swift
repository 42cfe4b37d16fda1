internal import ArgumentParser

/// The program: without a subcommand the application, otherwise one command of docs/commands.md.
struct Khaosat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khaosat",
    abstract: "Field surveys in a terminal: forms, interviews, inspections, batches.",
    version: ProgramVersion.text,
    subcommands: [
      FormsCommand.self, FormCommand.self, FillCommand.self, VisitsCommand.self, RecordsCommand.self,
      ShowCommand.self, HistoryCommand.self, ReopenCommand.self, VoidCommand.self, ExportCommand.self,
      BatchCommand.self, KeysCommand.self, SyncCommand.self, BackupCommand.self, VerifyCommand.self,
      RepairCommand.self, ResolveCommand.self, ReviewCommand.self, ProtectCommand.self,
      TextCommand.self,
    ])

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "Ask the questions as plain lines: for screen readers, pipes and scripts.")
  var plain = false

  @Flag(name: .long, help: "Only ASCII characters on the screen.")
  var ascii = false

  @Flag(name: .long, help: "No colours.")
  var mono = false

  func run() throws {
    let application = Application(common: common)
    if plain {
      try application.runPlain()
    } else {
      try application.run(isAscii: ascii, isMono: mono)
    }
  }
}

/// `khaosat form …`: what is done with a form itself.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "Check, convert and try forms.",
    subcommands: [FormCheck.self, FormImportCommand.self, FormExportCommand.self, FormEval.self])
}
