internal import Journal

/// The disposable cache: the state as it was when some bytes of the logs had been read. It is believed only where the
/// logs still are what they were; whatever is doubtful is read from the logs, which alone are the truth.
///
/// In a protected store the whole file is sealed.
///
///     cache/state   "khaosat state\n" and LF, format (UInt32), length (UInt64), bytes, CRC-32C of all of it (UInt32)
struct StateCache {
  /// What came of looking for a cache.
  struct Found {
    /// The state, when it can be built on.
    var projection: Projection?
    /// Numbers that were there once, even if the logs have become shorter since.
    var expected: [Origin: UInt64] = [:]
  }

  private static let mark = Array("khaosat state\n\n".utf8)
  /// Rises with every change of what is written or of how lines are folded.
  private static let format: UInt32 = 4
  private static let headLength = 15 + 4 + 8

  private let root: String
  private let system: FileSystem
  private let seal: (any Seal)?

  init(root: String, _ system: FileSystem, _ seal: (any Seal)? = nil) {
    self.root = root
    self.system = system
    self.seal = seal
  }

  private var path: String { root + "/cache/state" }

  /// Looks for a cache that the logs bear out.
  func load() -> Found {
    guard let content = try? system.contents(of: path), let cached = try? opened(content)
    else { return Found() }
    var found = Found(projection: nil, expected: cached.expected)
    for covered in cached.covered.values {
      guard let name = SegmentName(fileName: covered.file.name), covered.cover.lastNumber > 0 else { continue }
      let origin = Origin(device: covered.file.device, epoch: name.epoch)
      found.expected[origin] = max(found.expected[origin] ?? 0, covered.cover.lastNumber)
    }
    if cached.covered.values.allSatisfy(isStillThere) { found.projection = cached }
    return found
  }

  /// Writes the state. A cache that cannot be written is none: nothing is lost with it.
  /// - Returns: whether there is one now.
  @discardableResult
  func write(_ projection: Projection) -> Bool {
    guard let body = projection.bytes(below: root), let bytes = closed(body) else { return false }
    do throws(SystemFailure) {
      try system.makeDirectories(root + "/cache")
      try system.replace(path, with: bytes)
      return true
    } catch {
      remove()
      return false
    }
  }

  /// Throws the cache away.
  private func remove() { try? system.removeIfPresent(path) }

  /// The one place where the state becomes the bytes of a file; nil when it is to be sealed and no key is at hand.
  private func closed(_ body: [UInt8]) -> [UInt8]? {
    var bytes = Self.mark
    bytes.reserveCapacity(body.count + Self.headLength + 4)
    withUnsafeBytes(of: Self.format.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: UInt64(body.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += body
    let checksum = bytes.withUnsafeBytes { Checksum.crc32c($0) }
    withUnsafeBytes(of: checksum.littleEndian) { bytes.append(contentsOf: $0) }
    guard let seal else { return bytes }
    return seal.seal(bytes, as: "state", mayChange: true)?.bytes
  }

  /// The one place where the bytes of a file become the state again.
  private func opened(_ file: [UInt8]) throws(CacheProblem) -> Projection {
    // What lies there in the clear though the store is protected is from before: it is made anew.
    let content = seal == nil ? file : SealedFile(file).flatMap { seal?.open($0) } ?? []
    let (mark, headLength) = (Self.mark, Self.headLength)
    var result: Result<Projection, CacheProblem> = .failure(.content)
    content.withUnsafeBytes { bytes in
      guard bytes.count >= headLength + 4, bytes.starts(with: mark) else { return }
      let end = bytes.count - 4
      guard UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: mark.count, as: UInt32.self)) == Self.format,
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: mark.count + 4, as: UInt64.self))
          == UInt64(end - headLength),
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt32.self))
          == Checksum.crc32c(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
      else { return }
      let body = UnsafeRawBufferPointer(rebasing: bytes[headLength..<end])
      do throws(CacheProblem) {
        result = .success(try CachedState.projection(body, below: root, LogLines(system, seal)))
      } catch { result = .failure(error) }
    }
    return try result.get()
  }

  /// Whether a log still begins with what was read of it: it did not become shorter, it was not touched or has grown,
  /// and the last line read lies where it lay.
  private func isStillThere(_ covered: CoveredFile) -> Bool {
    guard let status = try? system.status(covered.file.path), status.size >= covered.cover.size else { return false }
    let hasGrown = status.size > covered.cover.size
    if !hasGrown, status != covered.status { return false }
    if covered.file.label.hasPrefix(ReceivedLines.area + "/") { return !hasGrown }
    guard covered.cover.isPlain else { return !hasGrown }
    guard covered.cover.lines > 0 else { return true }
    guard let file = try? system.opened(covered.file.path, .read) else { return false }
    defer { try? system.close(file) }
    let length = covered.cover.size - covered.cover.lastOffset
    guard let line = try? system.stretch(ofOpen: file, from: covered.cover.lastOffset, count: length),
      line.count == length
    else { return false }
    return LineHash(of: line) == covered.cover.lastHash
  }
}
