internal import ArgumentParser
internal import FoundationEssentials

/// What every command takes after its name: the store, the forms folder and the language of words.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: "Folder of the store (default: $KHAOSAT_STORE, else ~/.local/share/khaosat).")
  var store: String?

  @Option(name: .long, help: "Folder that holds the forms (default: $KHAOSAT_FORMS, ./forms, …).")
  var forms: String?

  @Option(name: .long, help: "Language of words: vi or en.")
  var lang: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: "File with the passphrase of a protected store (default: $KHAOSAT_PASSPHRASE, else asked for).")
  var passphraseFile: String?

  /// The store of these options.
  var access: StoreAccess {
    StoreAccess(path: storePath, passphrase: PassphraseSource(file: passphraseFile, isEnglish: language == "en"))
  }

  /// The language of words: the option, else `KHAOSAT_LANG`, else Vietnamese.
  var language: String {
    let wanted = lang ?? ProcessInfo.processInfo.environment["KHAOSAT_LANG"] ?? "vi"
    return wanted == "en" ? "en" : "vi"
  }

  /// The folder of the store, by option, environment or the user's data folder.
  var storePath: String {
    let environment = ProcessInfo.processInfo.environment
    if let store { return store }
    if let named = environment["KHAOSAT_STORE"], !named.isEmpty { return named }
    return CommonOptions.dataFolder(environment) + "/khaosat"
  }

  /// The folders in which forms are looked for, first to last.
  var formPlaces: [String] {
    let environment = ProcessInfo.processInfo.environment
    var places: [String] = []
    if let forms { places.append(forms) }
    if let named = environment["KHAOSAT_FORMS"], !named.isEmpty { places.append(named) }
    places.append("./forms")
    places.append(CommonOptions.dataFolder(environment) + "/khaosat/forms")
    if let program = CommandLine.arguments.first, let slash = HostFile.programPath(program).lastIndex(of: "/") {
      places.append(HostFile.programPath(program)[..<slash] + "/../share/khaosat/forms")
    }
    return places
  }

  private static func dataFolder(_ environment: [String: String]) -> String {
    if let data = environment["XDG_DATA_HOME"], !data.isEmpty { return data }
    return (environment["HOME"] ?? "/tmp") + "/.local/share"
  }

  mutating func validate() throws {
    if let lang, lang != "vi", lang != "en" { throw ValidationError("--lang takes vi or en, not \(lang).") }
  }
}
