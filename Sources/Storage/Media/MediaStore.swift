package import Journal

/// Attachments and frozen submissions by content. A name is only ever given to bytes that are complete, so equal names
/// mean equal bytes, on every device.
///
/// In a protected store an attachment lies sealed under another name, which only a key leads to; it is asked for and
/// given by the name of its content all the same.
package struct MediaStore: Sendable {
  /// The directory.
  package let directory: String
  private let system: FileSystem
  private let seal: (any Seal)?

  /// Attachments in a directory, which is made when the first one comes.
  package init(directory: String, fileSystem: FileSystem = .live, seal: (any Seal)? = nil) {
    self.directory = directory
    system = fileSystem
    self.seal = seal
  }

  /// Stores bytes; when this returns they are on the medium. Bytes that are there already are not written again.
  @discardableResult
  package func add(_ bytes: [UInt8], fileExtension: String) throws(MediaProblem) -> MediaName {
    let lowered = fileExtension.lowercased()
    guard let name = MediaName(hash: ContentHash(of: bytes), fileExtension: lowered), !name.isSealed else {
      throw .badExtension(fileExtension)
    }
    if let seal {
      if isIntact(name) { return name }
      guard let file = seal.seal(bytes, as: name.fileName, mayChange: false), let sealed = MediaName(sealed: file)
      else { throw .sealed(name.fileName) }
      try put(file.bytes, as: sealed)
    } else {
      try put(bytes, as: name)
    }
    return name
  }

  private func put(_ bytes: [UInt8], as name: MediaName) throws(MediaProblem) {
    do throws(SystemFailure) {
      if let there = try? system.contents(of: path(of: name)), there == bytes { return }
      try system.makeDirectories(directory)
      try system.replace(path(of: name), with: bytes)
    } catch {
      throw .system(error)
    }
  }

  /// The bytes of an attachment, checked against its name. Those of a sealed one stay sealed when it is asked for by the
  /// name of its file.
  package func contents(of name: MediaName) throws(MediaProblem) -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemFailure) { bytes = try system.contents(of: path(of: name)) } catch {
      guard error.isMissing, let seal else { throw .system(error) }
      return try opened(name, with: seal, missing: error)
    }
    guard name.isSealed ? SealedFile(bytes)?.name == name.hash.hex : ContentHash(of: bytes) == name.hash else {
      throw .changed(name.fileName)
    }
    return bytes
  }

  private func opened(
    _ name: MediaName, with seal: any Seal, missing: SystemFailure
  ) throws(MediaProblem) -> [UInt8] {
    var isChanged = false
    for sealed in seal.sealedNames(of: name.fileName) {
      guard let bytes = try? system.contents(of: directory + "/" + sealed) else { continue }
      if let file = SealedFile(bytes), let content = seal.open(file), ContentHash(of: content) == name.hash {
        return content
      }
      isChanged = true
    }
    throw isChanged ? .changed(name.fileName) : .system(missing)
  }

  /// Whether an attachment is there; its bytes are not looked at.
  package func contains(_ name: MediaName) -> Bool {
    if system.isPresent(path(of: name)) { return true }
    return seal?.sealedNames(of: name.fileName).contains { system.isPresent(directory + "/" + $0) } ?? false
  }

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

  /// Takes an attachment from another store unless it is here and whole. Only whole ones are taken. Sealed ones stay as
  /// they are; others are sealed here when this store is protected and a key is at hand.
  /// - Returns: whether bytes were copied.
  @discardableResult
  package func take(_ name: MediaName, from other: MediaStore) throws(MediaProblem) -> Bool {
    if contains(name), isIntact(name) { return false }
    let bytes = try other.contents(of: name)
    guard !name.isSealed, seal != nil else {
      try put(bytes, as: name)
      return true
    }
    do throws(MediaProblem) { try add(bytes, fileExtension: name.fileExtension) } catch {
      // Without a key at hand it lies here as it came; any other failure must not leave it in the clear.
      guard case .sealed = error else { throw error }
      try put(bytes, as: name)
    }
    return true
  }

  /// Whether a file of this name is there with as many bytes as in another store: a quick look, no proof.
  package func hasSize(of name: MediaName, in other: MediaStore) -> Bool {
    let size = (try? system.status(path(of: name)))?.size
    return size != nil && size == (try? other.system.status(other.path(of: name)))?.size
  }

  /// Where an attachment lies.
  package func path(of name: MediaName) -> String { directory + "/" + name.fileName }
}
