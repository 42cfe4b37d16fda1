import Glibc

/// The folder of conformance vectors: `KHAOSAT_VECTORS`, else `shared/vectors` beside the project; nil when absent.
enum VectorForms {
  static let folder: String? = {
    var candidates: [String] = []
    if let given = getenv("KHAOSAT_VECTORS") { candidates.append(String(cString: given)) }
    var parts = #filePath.split(separator: "/").map(String.init)
    while let last = parts.popLast(), last != "Tests" {}
    candidates.append("/" + parts.dropLast().joined(separator: "/") + "/shared/vectors")
    return candidates.first { access($0 + "/forms", R_OK) == 0 }
  }()

  /// The names of the form folders, sorted.
  static let names: [String] = {
    guard let folder, let directory = opendir(folder + "/forms") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), access(folder + "/forms/\(name)/steps.json", R_OK) == 0 { names.append(name) }
    }
    return names.sorted()
  }()

  /// The path of a form of a folder.
  static func path(_ name: String, _ file: String) -> String { (folder ?? "") + "/forms/\(name)/\(file)" }

  static func exists(_ name: String, _ file: String) -> Bool { access(path(name, file), R_OK) == 0 }
}
