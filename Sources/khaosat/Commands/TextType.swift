internal import ArgumentParser
internal import Vietnamese

/// `khaosat text type`: each line typed key by key, as the built-in Vietnamese typing shows it.
struct TextType: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "type", abstract: "Type each line through Telex or VNI; \\b is Backspace.")

  @Option(name: .long, help: "telex, simple-telex or vni.")
  var method: String = "telex"

  @Option(name: .long, help: "Where the tone stands: old (hòa) or new (hoà).")
  var style: String = "old"

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let typing = ["telex": TypingMethod.telex, "simple-telex": .telex, "vni": .vni][method] else {
      throw ProgramProblem.badOption(name: "--method", value: method, allowed: "telex, simple-telex, vni")
    }
    guard let tones = ["old": ToneStyle.old, "new": .new][style] else {
      throw ProgramProblem.badOption(name: "--style", value: style, allowed: "old, new")
    }
    for line in try TextCommand.lines() {
      let keys = line.split(separator: "\\b", omittingEmptySubsequences: false).joined(separator: "\u{8}")
      var typed = TypedText(method: typing, style: tones)
      typed.type(contentsOf: keys)
      Printer.result(typed.text)
    }
  }
}
