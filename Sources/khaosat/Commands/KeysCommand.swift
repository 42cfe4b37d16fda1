internal import ArgumentParser
internal import Batches
internal import JSON
internal import Records

/// `khaosat keys`: this laptop's keys, and those of others that are trusted.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Show, create and trust the keys that sign and seal batches.",
    subcommands: [KeysShow.self, KeysCreate.self, KeysTrust.self, KeysDistrust.self], defaultSubcommand: KeysShow.self)
}

/// `khaosat keys show`: the public keys to give to others, and the trusted ones.
struct KeysShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show own and trusted keys.")

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let keys = KeyStore(directory: common.storePath + "/keys", seal: try common.access.seal(.required))
    let own = try keys.own()
    let trusted = try keys.trusted()
    if json {
      let rows = trusted.map { key -> JSONValue in
        ["name": .string(key.name), "key": .string(key.keys.text), "fingerprint": .string(key.keys.fingerprint)]
      }
      let object: JSONValue = [
        "own": own.map { .string($0.text) } ?? .null,
        "fingerprint": own.map { .string($0.fingerprint) } ?? .null, "trusted": .array(rows),
      ]
      return Printer.result(object.serialised())
    }
    if let own { Printer.result("own\t\(own.fingerprint)\t\(own.text)") }
    for key in trusted { Printer.result(fields: [key.name, key.keys.fingerprint, key.keys.text]) }
  }
}

/// `khaosat keys create`: makes the keys of this laptop unless it has them.
struct KeysCreate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "create", abstract: "Make this laptop's keys.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    // Opening the store for writing makes its folder, under its lock.
    let store = try common.access.writing()
    let own = try KeyStore(of: store).create()
    try store.close()
    Printer.result("\(own.fingerprint)\t\(own.text)")
  }
}

/// `khaosat keys trust NAME KEY`: batches signed with this key are known to come from NAME.
struct KeysTrust: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "trust", abstract: "Trust a key under a name.")

  @Argument(help: "Whose key it is.")
  var name: String

  @Argument(help: "The public key, as `keys show` prints it.")
  var key: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let keys = PublicKeys(text: key) else {
      throw ProgramProblem.badOption(name: "KEY", value: key, allowed: "a key as `khaosat keys show` prints it")
    }
    let access = common.access
    let store = try access.writing()
    try KeyStore(of: store).trust(keys, name: name, now: access.clock.now())
    try store.close()
  }
}

/// `khaosat keys distrust FINGERPRINT`: takes trust away.
struct KeysDistrust: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "distrust", abstract: "Trust a key no more.")

  @Argument(help: "The fingerprint, as `keys show` prints it.")
  var fingerprint: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.access.writing()
    try KeyStore(of: store).distrust(fingerprint: fingerprint)
    try store.close()
  }
}
