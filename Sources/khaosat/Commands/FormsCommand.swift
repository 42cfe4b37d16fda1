internal import ArgumentParser
internal import Forms
internal import JSON

/// `khaosat forms`: the forms that can be filled here.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "forms", abstract: "List the forms found.")

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let entries = FormLibrary(places: common.formPlaces).all()
    if json {
      let rows = entries.map { entry -> JSONValue in
        guard let form = entry.definition else {
          return .object(["form": .null, "path": .string(entry.path), "readable": false])
        }
        return .object([
          "form": .string(form.formID.text), "version": .string(form.version?.text ?? ""),
          "title": .string(title(form)), "path": .string(entry.path), "readable": true,
        ])
      }
      return Printer.result(JSONValue.array(rows).serialised())
    }
    for entry in entries {
      guard let form = entry.definition else {
        Printer.result(fields: ["?", "", entry.path])
        continue
      }
      Printer.result(fields: [form.formID.text, form.version?.text ?? "", title(form)])
    }
  }

  private func title(_ form: FormDefinition) -> String {
    form.title.text(in: common.language, default: form.defaultLanguage?.text ?? "") ?? form.formID.text
  }
}
