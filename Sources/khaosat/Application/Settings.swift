internal import FoundationEssentials
internal import JSON
internal import Synchronization

/// What a person has chosen on this machine: `$XDG_CONFIG_HOME/khaosat/settings.json`.
struct Settings {
  /// The language of the screens, `vi` or `en`.
  var language: String?
  /// How Vietnamese is typed on the screens, `telex` or `vni`; nil leaves it to the machine.
  var typing: String?
  /// The folder of the last export.
  var exportFolder: String?
  /// The folder of the last exchange with other laptops.
  var exchangeFolder: String?
  /// The folder from which photos and other files are picked.
  var inboxFolder: String?

  /// Minutes without a key after which a protected store is locked; 0 for never.
  var lockMinutes: Double = 10

  private static var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CONFIG_HOME"], !folder.isEmpty { return folder + "/khaosat/settings.json" }
    return (environment["HOME"] ?? "/tmp") + "/.config/khaosat/settings.json"
  }

  /// The settings; the defaults when there are none or they cannot be read.
  static func read() -> Settings {
    guard let bytes = try? HostFile.read(path), let json = try? JSONValue(parsing: bytes) else { return Settings() }
    var settings = Settings(
      language: json["language"]?.stringValue, typing: json["typing"]?.stringValue,
      exportFolder: json["export_folder"]?.stringValue,
      exchangeFolder: json["exchange_folder"]?.stringValue, inboxFolder: json["inbox_folder"]?.stringValue)
    settings.lockMinutes = json["lock_minutes"]?.doubleValue ?? settings.lockMinutes
    return settings
  }

  /// Long work remembers folders beside the thread of the screens: one change at a time.
  private static let changing = Mutex(())

  /// Changes the settings of this machine and keeps them.
  static func remember(_ change: (inout Settings) -> Void) throws(ProgramProblem) {
    try changing.withLock { _ throws(ProgramProblem) in
      var settings = read()
      change(&settings)
      try settings.write()
    }
  }

  private func write() throws(ProgramProblem) {
    var object: JSONObject = [:]
    if let language { object["language"] = .string(language) }
    if let typing { object["typing"] = .string(typing) }
    if let exportFolder { object["export_folder"] = .string(exportFolder) }
    if let exchangeFolder { object["exchange_folder"] = .string(exchangeFolder) }
    if let inboxFolder { object["inbox_folder"] = .string(inboxFolder) }
    if lockMinutes != Settings().lockMinutes { object["lock_minutes"] = .double(lockMinutes) }
    let path = Settings.path
    if let slash = path.lastIndex(of: "/") { try HostFile.makeFolder(String(path[..<slash])) }
    try HostFile.write(Array((JSONValue.object(object).serialised() + "\n").utf8), to: path)
  }
}

extension Settings {
  /// Where batches go until the person says otherwise.
  static var defaultExportFolder: String { HostMachine.home + "/khaosat-ban-giao" }
  /// Where photos are looked for until the person says otherwise.
  static var defaultInboxFolder: String { HostMachine.home + "/khaosat-anh" }
}
