internal import Journal

/// Finds what may be a store below a folder: the folder itself, a sync folder, a stick with either.
enum CopyFinder {
  /// The roots to look into, in order of path.
  static func roots(below folder: String, _ system: FileSystem) -> [String] {
    var roots = [folder]
    let shared = folder + "/" + FolderSync.folderName
    for base in [folder, shared] {
      for entry in (try? system.list(base)) ?? [] where entry.isDirectory {
        let path = base + "/" + entry.name
        if path != shared, isStore(path, system) { roots.append(path) }
      }
    }
    return roots.filter { isStore($0, system) }
  }

  private static func isStore(_ path: String, _ system: FileSystem) -> Bool {
    guard let entries = try? system.list(path) else { return false }
    return entries.contains { $0.isDirectory && LogFile.areas.contains($0.name) }
  }
}
