internal import Glibc

extension FileSystem {
  /// The same calls for a folder that somebody else filled: below it only files and directories are met. No link is
  /// followed, so nothing outside of it is read or written through it, and no pipe keeps us waiting. Elsewhere nothing
  /// changes.
  package func confined(to folder: String) -> FileSystem {
    let base = self
    let root = Self.withoutSlash(folder)
    /// Refuses a path that leads through something else than directories.
    @Sendable func check(_ path: String) throws(SystemFailure) {
      guard path.hasPrefix(root + "/") else { return }
      var place = Self.parent(of: path)
      while place.utf8.count > root.utf8.count {
        if let nature = try? base.nature(place), nature != .directory {
          throw SystemFailure(.open, code: SystemFailure.notPlain, path: place)
        }
        place = Self.parent(of: place)
      }
    }
    var confined = base
    confined.open = { path, intent throws(SystemFailure) in
      try check(path)
      return try base.open(path, intent == .read && path.hasPrefix(root + "/") ? .readPlain : intent)
    }
    confined.list = { path throws(SystemFailure) in
      guard path == root || path.hasPrefix(root + "/") else { return try base.list(path) }
      try check(path + "/")
      return try base.list(path).filter(\.isPlain)
    }
    confined.rename = { old, new throws(SystemFailure) in
      try check(old)
      try check(new)
      try base.rename(old, new)
    }
    confined.unlink = { path throws(SystemFailure) in
      try check(path)
      try base.unlink(path)
    }
    confined.mkdir = { path throws(SystemFailure) in
      try check(path)
      try base.mkdir(path)
    }
    return confined
  }

  /// Paths below a folder, from there, that are neither files nor directories: what ``confined(to:)`` passes over.
  package func strangers(below folder: String, depth: Int) -> [String] {
    guard let entries = try? list(folder) else { return [] }
    return entries.flatMap { entry -> [String] in
      guard entry.isPlain else { return [entry.name] }
      guard entry.nature == .directory, depth > 1 else { return [] }
      return strangers(below: folder + "/" + entry.name, depth: depth - 1).map { entry.name + "/" + $0 }
    }
  }

  /// A path without the slash at its end.
  package static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Whether a folder is another one or lies in it, wherever links lead.
  package static func isInside(_ folder: String, _ other: String) -> Bool {
    guard let inner = realpath(folder, nil), let outer = realpath(other, nil) else { return false }
    defer {
      free(inner)
      free(outer)
    }
    let (path, root) = (String(cString: inner), String(cString: outer))
    return path == root || path.hasPrefix(root + "/")
  }
}
