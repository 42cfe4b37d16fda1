/// Which modules of the project a module may import: docs/ARCHITECTURE.md as a table.
enum ModuleRules {
  /// The pure modules in the order in which they may build on each other.
  static let domain = ["Vietnamese", "JSON", "Expressions", "Forms", "Responses", "Fieldwork"]
  /// Formats that know bytes and nothing of a survey.
  static let formats: Set<String> = ["Archive", "XML", "CSV", "CZlib", "Workbooks"]
  /// The drivers of the terminal: only the program picks one.
  static let drivers: Set<String> = ["CursesDriver", "ScriptedDriver"]
  /// The modules that reach the system directly.
  static let system: Set<String> = ["Foundation", "Glibc", "Dispatch"]

  /// Modules of the project that `module` of `layer` may import; nil when every module is allowed.
  static func allowed(module: String, layer: String) -> Set<String>? {
    switch (layer, module) {
    case ("Domain", _):
      return Set(domain.prefix { $0 != module })
    case ("Storage", "Journal"): return ["CChecksum", "JSON"]
    case ("Storage", "Media"): return ["Journal"]
    case ("Storage", "Protection"): return ["Vietnamese", "JSON", "Journal"]
    case ("Storage", _): return Set(domain).union(["Journal", "Media", "Protection"])
    case ("Exchange", _) where formats.contains(module): return formats.union(["Vietnamese"])
    case ("Exchange", _):
      return Set(domain).union(formats).union(["Journal", "Media", "Protection", "Records", "SubmissionXML"])
    case ("Interface", "Terminal"): return ["Vietnamese"]
    case ("Interface", "CursesDriver"): return ["CTerminal", "Terminal"]
    case ("Interface", _) where drivers.contains(module): return ["Terminal", "Vietnamese"]
    case ("Interface", "Messages"): return known.subtracting(drivers).subtracting(["Terminal", "Screens", "CTerminal"])
    case ("Interface", "Screens"): return Set(domain).union(["Terminal", "Messages"])
    default: return nil
    }
  }

  /// Every module of the project, read from the folders.
  static let known: Set<String> = Set(SourceTree.sources.map(\.module)).union(["CChecksum", "CZlib", "CTerminal"])
}
