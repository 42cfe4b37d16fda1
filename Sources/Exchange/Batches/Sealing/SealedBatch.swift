internal import Crypto
internal import FoundationEssentials
internal import JSON
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
    do throws(SystemFailure) { content = try fileSystem.contents(of: file) } catch {
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

/// The parts of a sealed file.
struct SealedFrames {
  /// One sealed frame.
  struct Frame {
    var range: Range<Int>
    var isLast: Bool
  }

  let header: SealHeader
  let headerHash: ContentHash
  let frames: [Frame]

  /// Cuts a file; nil when it was changed or cut off.
  init?(_ content: [UInt8]) {
    let end = content.count - SealFormat.trailerLength
    guard end > 0, let feed = content.firstIndex(of: 0x0A), feed < 4096,
      ContentHash(of: Array(content[..<end])).hex == HexBytes.text(content[end...]),
      let header = SealHeader(bytes: Array(content[..<feed]))
    else { return nil }
    self.header = header
    headerHash = ContentHash(of: Array(content[...feed]))
    var frames: [Frame] = []
    var offset = feed + 1
    while offset < end {
      guard frames.last?.isLast != true, offset + SealFormat.frameHeadLength <= end, content[offset] <= 1 else {
        return nil
      }
      let length = content[offset + 1..<offset + 5].reduce(0) { $0 << 8 | Int($1) }
      let start = offset + SealFormat.frameHeadLength
      guard length <= SealFormat.frameLength + SealFormat.tagLength, start + length <= end else { return nil }
      frames.append(Frame(range: start..<start + length, isLast: content[offset] == 1))
      offset = start + length
    }
    guard frames.last?.isLast == true else { return nil }
    self.frames = frames
  }
}

/// Cuts the stream in the clear into files.
struct SealUnpacker {
  private let path: String
  private var buffer: [UInt8] = []
  private var entry: (path: String, bytes: Int)?

  init(path: String) { self.path = path }

  /// Takes the next piece and writes the files that are complete.
  mutating func take(_ bytes: [UInt8], into target: inout any BatchTarget) throws(BatchProblem) {
    buffer += bytes
    var offset = 0
    while true {
      if let (name, count) = entry {
        guard buffer.count - offset >= count else { break }
        try target.put(name, Array(buffer[offset..<offset + count]))
        offset += count
        entry = nil
      } else {
        guard let feed = buffer[offset...].firstIndex(of: 0x0A) else { break }
        entry = try entry(Array(buffer[offset..<feed]))
        offset = feed + 1
      }
    }
    buffer.removeFirst(offset)
  }

  private func entry(_ line: [UInt8]) throws(BatchProblem) -> (path: String, bytes: Int) {
    guard let json = try? JSONValue(parsing: line), let name = json["path"]?.stringValue, BatchPath.isSafe(name),
      let count = json["bytes"]?.intValue, count >= 0
    else { throw .sealDamaged(path: path) }
    return (name, count)
  }

  /// Whether nothing is left over.
  func finish() throws(BatchProblem) {
    guard buffer.isEmpty, entry == nil else { throw .sealDamaged(path: path) }
  }
}
