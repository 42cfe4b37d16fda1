package import Journal

/// Attachments and frozen submissions by content. A name is only ever given to bytes that are complete, so equal names
/// mean equal bytes, on every device.
package struct MediaStore: Sendable {
  /// The directory.
  package let directory: String
  private let system: FileSystem

  /// Attachments in a directory, which is made when the first one comes.
  package init(directory: String, fileSystem: FileSystem = .live) {
    self.directory = directory
    system = fileSystem
  }

  /// Stores bytes; when this returns they are on the medium. Bytes that are there already are not written again.
  @discardableResult
  package func add(_ bytes: [UInt8], fileExtension: String) throws(MediaProblem) -> MediaName {
    let lowered = fileExtension.lowercased()
    guard let name = MediaName(hash: ContentHash(of: bytes), fileExtension: lowered) else {
      throw .badExtension(fileExtension)
    }
    do throws(SystemFailure) {
      if let there = try? system.contents(of: path(of: name)), there == bytes { return name }
      try system.makeDirectories(directory)
      try system.replace(path(of: name), with: bytes)
    } catch {
      throw .system(error)
    }
    return name
  }

  /// The bytes of an attachment, checked against its name.
  package func contents(of name: MediaName) throws(MediaProblem) -> [UInt8] {
    do throws(SystemFailure) {
      let bytes = try system.contents(of: path(of: name))
      guard ContentHash(of: bytes) == name.hash else { throw SystemFailure(.read, code: 0, path: path(of: name)) }
      return bytes
    } catch {
      throw error.code == 0 ? .changed(name.fileName) : .system(error)
    }
  }

  /// Whether an attachment is there; its bytes are not looked at.
  package func contains(_ name: MediaName) -> Bool { system.isPresent(path(of: name)) }

  /// Whether the bytes of an attachment fit its name.
  package func isIntact(_ name: MediaName) -> Bool { (try? contents(of: name)) != nil }

  /// The attachments that are there, sorted; a directory that was never made has none. Files of other names, half
  /// copies among them, are passed over.
  package func names() throws(MediaProblem) -> [MediaName] {
    do throws(SystemFailure) {
      return try system.list(directory).compactMap { MediaName(fileName: $0.name) }.sorted()
    } catch {
      if error.isMissing { return [] }
      throw .system(error)
    }
  }

  /// Takes an attachment from another store unless it is here and whole. Only whole ones are taken.
  /// - Returns: whether bytes were copied.
  @discardableResult
  package func take(_ name: MediaName, from other: MediaStore) throws(MediaProblem) -> Bool {
    if contains(name), isIntact(name) { return false }
    try add(try other.contents(of: name), fileExtension: name.fileExtension)
    return true
  }

  /// Where an attachment lies.
  package func path(of name: MediaName) -> String { directory + "/" + name.fileName }
}
