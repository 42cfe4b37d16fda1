/// The file being appended to. It knows how far the medium is known to hold it.
struct SegmentFile {
  let name: SegmentName
  let path: String
  private let file: Int32
  private let system: FileSystem
  /// Bytes handed to the system.
  private(set) var written: Int
  /// Bytes known to be on the medium.
  private(set) var synced: Int
  private var isNew: Bool

  /// Opens a segment that is there and of which `size` bytes were read.
  static func reopen(_ name: SegmentName, in directory: String, size: Int, _ system: FileSystem) throws(SystemFailure)
    -> SegmentFile
  {
    let path = directory + "/" + name.fileName
    let file = try system.opened(path, .append)
    return SegmentFile(
      name: name, path: path, file: file, system: system, written: size, synced: 0, isNew: false)
  }

  /// Makes a segment that must not be there yet.
  static func create(_ name: SegmentName, in directory: String, _ system: FileSystem) throws(SystemFailure)
    -> SegmentFile
  {
    let path = directory + "/" + name.fileName
    let file = try system.opened(path, .create)
    return SegmentFile(name: name, path: path, file: file, system: system, written: 0, synced: 0, isNew: true)
  }

  /// Appends. Afterwards the size is looked at: a medium that claimed to take bytes and did not is caught here, and so
  /// is somebody else who wrote into our file.
  mutating func append(_ bytes: [UInt8]) throws(SystemFailure) {
    var failure: SystemFailure?
    bytes.withUnsafeBytes { buffer in
      do throws(SystemFailure) { try system.writeAll(buffer, to: file, path: path) } catch { failure = error }
    }
    if let failure { throw SystemFailure(failure.call, code: failure.code, path: path) }
    written += bytes.count
    let size = try system.uninterrupted { () throws(SystemFailure) in try system.size(file) }
    guard size == written else { throw SystemFailure(.write, code: SystemFailure.noProgress, path: path) }
  }

  /// Makes everything appended durable. After a failure this file is finished: the system may have marked the lost
  /// pages clean, and a second try would lie.
  mutating func sync() throws(SystemFailure) {
    if isNew {
      try system.uninterrupted { () throws(SystemFailure) in try system.fsync(file) }
      try system.syncDirectory(FileSystem.parent(of: path))
      isNew = false
    } else {
      try system.uninterrupted { () throws(SystemFailure) in try system.fdatasync(file) }
    }
    synced = written
  }

  /// Whether we made the file and nothing in it is safe yet.
  var isEmpty: Bool { isNew && synced == 0 }

  /// Closes. What was synced is safe whatever this says.
  func close() { try? system.close(file) }

  /// Closes and takes the name away: only for a file just made of which nothing was acknowledged.
  func discard() {
    close()
    try? system.unlink(path)
  }
}
