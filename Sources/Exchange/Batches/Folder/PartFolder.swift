internal import Glibc
internal import Journal

/// A folder that is being written under a name ending in `.part`, and gets its own name when everything in it is on the
/// medium and was read back. Whoever meets it before knows that it is not whole.
struct PartFolder {
  /// The folder around it.
  let parent: String
  /// The name it will have.
  let name: String
  private let system: FileSystem
  private var directories: [String] = []

  /// Where it will be.
  var folder: String { parent + "/" + name }
  /// Where it is as long as it is not whole.
  var part: String { folder + ".part" }

  /// Makes a folder of the first name that is free; names of half folders are not.
  init(in parent: String, names: some Sequence<String>, _ system: FileSystem) throws(BatchProblem) {
    let parent = parent.count > 1 && parent.hasSuffix("/") ? String(parent.dropLast()) : parent
    do throws(SystemFailure) {
      try system.makeDirectories(parent)
      let taken = Set(try system.list(parent).map(\.name))
      for name in names where !taken.contains(name) && !taken.contains(name + ".part") {
        do throws(SystemFailure) { try system.mkdir(parent + "/" + name + ".part") } catch {
          if error.exists { continue }
          throw error
        }
        self.parent = parent
        self.name = name
        self.system = system
        return
      }
    } catch {
      throw .system(error)
    }
    throw .noFreeName(path: parent)
  }

  /// Writes a file, brings it to the medium, reads it back from there and compares.
  mutating func write(_ path: String, _ content: [UInt8]) throws(BatchProblem) {
    let file = try create(path)
    do throws(SystemFailure) {
      defer { try? system.close(file) }
      try append(content, to: file, path)
      try system.uninterrupted { () throws(SystemFailure) in try system.fsync(file) }
    } catch {
      throw .system(error.naming(part + "/" + path))
    }
    try check(path, is: ContentHash(of: content))
  }

  /// Opens a new file, with the directories around it.
  mutating func create(_ path: String) throws(BatchProblem) -> Int32 {
    let directory = FileSystem.parent(of: part + "/" + path)
    do throws(SystemFailure) {
      if directory != part, !directories.contains(directory) {
        try system.makeDirectories(directory)
        var above = directory
        while above != part {
          if !directories.contains(above) { directories.append(above) }
          above = FileSystem.parent(of: above)
        }
      }
      return try system.opened(part + "/" + path, .create)
    } catch {
      throw .system(error)
    }
  }

  /// Appends to an open file.
  func append(_ content: [UInt8], to file: Int32, _ path: String) throws(SystemFailure) {
    var failure: SystemFailure?
    content.withUnsafeBytes { buffer in
      do throws(SystemFailure) { try system.writeAll(buffer, to: file, path: part + "/" + path) } catch {
        failure = error
      }
    }
    if let failure { throw failure.naming(part + "/" + path) }
  }

  /// Reads a file back from the medium, as far as the system can be made to forget what it wrote, and compares.
  func check(_ path: String, is hash: ContentHash) throws(BatchProblem) {
    let there: ContentHash
    do throws(SystemFailure) { there = try system.digest(of: part + "/" + path, fromMedium: true).hash } catch {
      throw .system(error)
    }
    guard there == hash else { throw .readBack(path: part + "/" + path) }
  }

  /// Gives the folder its name: from now on it is whole.
  func finish() throws(BatchProblem) {
    do throws(SystemFailure) {
      for directory in directories.reversed() { try sync(directory) }
      try sync(part)
      try system.rename(part, folder)
      try sync(parent)
    } catch {
      throw .system(error)
    }
  }

  /// Some file systems of sticks cannot sync a directory and say so; there is nothing better to do there.
  private func sync(_ directory: String) throws(SystemFailure) {
    do throws(SystemFailure) { try system.syncDirectory(directory) } catch {
      if error.code != EINVAL && error.code != ENOSYS && error.code != EOPNOTSUPP { throw error }
    }
  }

  /// Takes away what was written, so that a full stick has its room back. What cannot be removed stays as `.part`.
  func abandon() { Self.remove(part, system) }

  private static func remove(_ directory: String, _ system: FileSystem) {
    for entry in (try? system.list(directory)) ?? [] {
      let path = directory + "/" + entry.name
      if entry.isDirectory { remove(path, system) } else { try? system.unlink(path) }
    }
    rmdir(directory)
  }
}
