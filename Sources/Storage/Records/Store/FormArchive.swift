package import Journal

/// Form definitions as they were used: one directory each, named by the hash of its files, so that a record can always
/// be shown with the form it was filled with.
package struct FormArchive: Sendable {
  /// A file of a definition.
  package struct File: Sendable, Equatable {
    /// Its name, without any directory.
    package var name: String
    /// Its content.
    package var content: [UInt8]

    /// Joins name and content.
    package init(name: String, content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  /// The directory.
  package let directory: String
  private let system: FileSystem

  /// Definitions in a directory, which is made when the first one comes.
  package init(directory: String, fileSystem: FileSystem = .live) {
    self.directory = directory
    system = fileSystem
  }

  /// The hash of a definition: SHA-256 of one line `<sha256>  <name>` a file, sorted by the bytes of the name.
  package static func hash(of files: [File]) -> ContentHash {
    let lines = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { ContentHash(of: $0.content).hex + "  " + $0.name + "\n" }
    return ContentHash(of: Array(lines.joined().utf8))
  }

  /// Stores a definition. Its directory appears whole: files go to a directory of another name first.
  @discardableResult
  package func add(_ files: [File]) throws(StoreProblem) -> ContentHash {
    for file in files where !Self.isFileName(file.name) { throw .badFileName(file.name) }
    let hash = Self.hash(of: files)
    if contains(hash), (try? self.files(of: hash)) != nil { return hash }
    let part = directory + "/" + hash.hex + ".part"
    do throws(SystemFailure) {
      try system.makeDirectories(part)
      for file in files { try system.replace(part + "/" + file.name, with: file.content) }
      try system.syncDirectory(part)
      try discard(directory + "/" + hash.hex)
      try system.rename(part, directory + "/" + hash.hex)
      try system.syncDirectory(directory)
    } catch {
      throw .system(error)
    }
    return hash
  }

  /// Whether a definition is there; its files are not looked at.
  package func contains(_ hash: ContentHash) -> Bool { (try? system.list(directory + "/" + hash.hex)) != nil }

  /// The files of a definition, checked against its hash.
  package func files(of hash: ContentHash) throws(StoreProblem) -> [File] {
    var files: [File] = []
    do throws(SystemFailure) {
      for entry in try system.list(directory + "/" + hash.hex) where !entry.isDirectory {
        let content = try system.contents(of: directory + "/" + hash.hex + "/" + entry.name)
        files.append(File(name: entry.name, content: content))
      }
    } catch {
      throw error.isMissing ? .unknownForm(hash.hex) : .system(error)
    }
    guard Self.hash(of: files) == hash else { throw .formChanged(hash.hex) }
    return files
  }

  /// The definitions that are there, sorted.
  package func hashes() throws(StoreProblem) -> [ContentHash] {
    do throws(SystemFailure) {
      return try system.list(directory).compactMap { ContentHash(hex: $0.name) }.sorted()
    } catch {
      if error.isMissing { return [] }
      throw .system(error)
    }
  }

  /// Takes a definition from another archive unless it is here and whole.
  /// - Returns: whether files were copied.
  @discardableResult
  package func take(_ hash: ContentHash, from other: FormArchive) throws(StoreProblem) -> Bool {
    if (try? files(of: hash)) != nil { return false }
    try add(try other.files(of: hash))
    return true
  }

  /// A damaged definition makes way for a whole one; its files are kept under another name.
  private func discard(_ path: String) throws(SystemFailure) {
    guard (try? system.list(path)) != nil else { return }
    let count = try system.list(directory).count { $0.name.hasPrefix(FileSystem.name(of: path)) }
    try system.rename(path, path + ".damaged-\(count)")
  }

  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200 && name != "." && name != ".." && !name.hasSuffix(".part")
      && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
  }
}
