import Glibc

/// The forms that come with the program.
enum ProjectForms {
  /// The forms root.
  static let folder: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    while let last = parts.popLast(), last != "Tests" {}
    return "/" + (parts + ["forms"]).joined(separator: "/")
  }()

  /// The names of the folders with a form.yaml, sorted.
  static let names: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), access(folder + "/\(name)/form.yaml", R_OK) == 0 { names.append(name) }
    }
    return names.sorted()
  }()
}
