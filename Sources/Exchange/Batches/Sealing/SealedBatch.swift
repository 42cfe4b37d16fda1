internal import Crypto
internal import FoundationEssentials
package import Journal

/// Opens batches that were sealed for us.
package enum SealedBatch {
  /// Whether a folder is a sealed batch.
  package static func isSealed(_ path: String, fileSystem: FileSystem = .live) -> Bool {
    fileSystem.isPresent(path + "/" + BatchFolder.sealed)
  }

  /// Writes the batch in the clear into a new folder, which appears whole or not at all.
  /// - Returns: the folder.
  package static func open(
    path: String, to place: String, keys: KeyStore, fileSystem: FileSystem = .live
  ) throws(BatchProblem) -> String {
    let file = path.hasSuffix("/" + BatchFolder.sealed) ? path : path + "/" + BatchFolder.sealed
    let content: [UInt8]
    // The file comes from outside: a link is not followed, a pipe not waited for.
    let confined = fileSystem.confined(to: FileSystem.parent(of: file))
    do throws(SystemFailure) { content = try confined.contents(of: file) } catch {
      throw error.isMissing ? .notABatch(path: path) : .system(error)
    }
    guard let frames = SealedFrames(content) else { throw .sealDamaged(path: file) }
    let fingerprint = frames.header.recipient.fingerprint
    guard
      var recipient = try keys.recipient(
        encapsulated: frames.header.encapsulated, information: SealFormat.information, for: frames.header.recipient)
    else { throw .sealedForAnother(path: path, fingerprint: fingerprint) }
    let stem = BatchPath.name(frames.header.id)
    let names = (1...999).lazy.map { $0 == 1 ? stem : stem + "-\($0)" }
    var target: any BatchTarget = ClearTarget(try PartFolder(in: place, names: names, fileSystem))
    do throws(BatchProblem) {
      var unpacker = SealUnpacker(path: file)
      for frame in frames.frames {
        let associated = SealFormat.associated(frames.headerHash, isLast: frame.isLast)
        guard let clear = try? recipient.open(content[frame.range], authenticating: associated) else {
          throw .sealDamaged(path: file)
        }
        try unpacker.take(Array(clear), into: &target)
      }
      try unpacker.finish()
      try target.finish()
    } catch {
      target.abandon()
      throw error
    }
    return target.folder
  }
}
