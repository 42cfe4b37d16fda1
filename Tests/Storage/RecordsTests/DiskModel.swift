import Journal

/// What a disk holds of recorded operations: what the system knows, and what is safe.
struct DiskModel {
  private struct Content {
    var bytes: [UInt8] = []
    var synced = 0
  }

  private var contents: [Content] = []
  private var names: [String: Int] = [:]
  private var safeNames: [String: Int] = [:]
  private var directories: Set<String> = []
  private var safeDirectories: Set<String> = []

  /// Applies an operation.
  mutating func apply(_ operation: PowerCut.Operation) {
    switch operation {
    case .create(let path):
      names[path] = contents.count
      contents.append(Content())
    case .append(let path, let bytes):
      if let place = names[path] { contents[place].bytes += bytes }
    case .syncFile(let path):
      if let place = names[path] { contents[place].synced = contents[place].bytes.count }
    case .syncDirectory(let path): sync(path)
    case .rename(let old, let new): rename(old, new)
    case .unlink(let path): names[path] = nil
    case .makeDirectory(let path): directories.insert(path)
    case .promise: break
    }
  }

  private mutating func sync(_ directory: String) {
    for name in Set(names.keys).union(safeNames.keys) where FileSystem.parent(of: name) == directory {
      safeNames[name] = names[name]
    }
    for name in directories.union(safeDirectories) {
      let parent = FileSystem.parent(of: name)
      guard parent == directory || parent == "." && directory.isEmpty else { continue }
      if directories.contains(name) { safeDirectories.insert(name) } else { safeDirectories.remove(name) }
    }
  }

  private mutating func rename(_ old: String, _ new: String) {
    if let place = names.removeValue(forKey: old) {
      names[new] = place
      return
    }
    for name in names.keys where name.hasPrefix(old + "/") {
      names[new + name.dropFirst(old.count)] = names.removeValue(forKey: name)
    }
    // The files of a directory move with it; that they are in it was safe when the directory was synced.
    for name in safeNames.keys where name.hasPrefix(old + "/") {
      safeNames[new + name.dropFirst(old.count)] = safeNames[name]
    }
    directories.remove(old)
    directories.insert(new)
  }

  /// Builds what is left in a folder.
  func build(in folder: String, _ loss: PowerCut.Loss) throws(SystemFailure) {
    let keepsNames = loss != .everything && loss != .names
    let live = FileSystem.live
    for directory in (keepsNames ? directories : safeDirectories).sorted() where isThere(directory, keepsNames) {
      try live.makeDirectories(folder + "/" + directory)
    }
    for (name, place) in keepsNames ? names : safeNames {
      guard isThere(FileSystem.parent(of: name), keepsNames) else { continue }
      try live.replace(folder + "/" + name, with: left(of: contents[place], loss))
    }
  }

  private func isThere(_ directory: String, _ keepsNames: Bool) -> Bool {
    if directory == "." || directory.isEmpty { return true }
    let known = keepsNames ? directories : safeDirectories
    return known.contains(directory) && isThere(FileSystem.parent(of: directory), keepsNames)
  }

  private func left(of content: Content, _ loss: PowerCut.Loss) -> [UInt8] {
    let (safe, rest) = (content.bytes.prefix(content.synced), content.bytes.dropFirst(content.synced))
    switch loss {
    case .nothing, .names: return content.bytes
    case .everything: return Array(safe)
    case .halfOfBytes: return Array(safe + rest.prefix(rest.count / 2))
    case .bytesAreZero: return Array(safe) + [UInt8](repeating: 0, count: rest.count)
    }
  }
}
