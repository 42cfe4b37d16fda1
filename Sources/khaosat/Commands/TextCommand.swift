internal import ArgumentParser
internal import Vietnamese

/// `khaosat text …`: Vietnamese text as line filters from standard input to standard output.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Vietnamese text, line by line: fold, sort, type.",
    subcommands: [TextFold.self, TextSort.self, TextType.self])

  /// The lines of standard input, without their line ends.
  static func lines() throws -> [String] {
    let bytes = try HostFile.read("-")
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }
}

/// `khaosat text fold`: each line without accents and in lower case, as searches compare.
struct TextFold: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "fold", abstract: "Fold each line for searching.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    for line in try TextCommand.lines() { Printer.result(line.folded) }
  }
}

/// `khaosat text sort`: the lines in Vietnamese dictionary order.
struct TextSort: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sort", abstract: "Sort the lines in Vietnamese order.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let lines = try TextCommand.lines().map { (text: $0, key: CollationKey($0)) }
    for line in lines.sorted(by: { $0.key < $1.key }) { Printer.result(line.text) }
  }
}
