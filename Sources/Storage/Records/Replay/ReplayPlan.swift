internal import Dispatch
internal import Journal
internal import Synchronization

/// Which bytes of which files are to be read: chunks that all processors work on at once.
struct ReplayPlan: Sendable {
  /// Bytes of a file; a line belongs to the chunk in which its first byte lies.
  struct Chunk: Sendable {
    let number: Int32
    let file: LogFile
    let fileNumber: Int32
    let origin: Origin
    let originNumber: Int32
    let start: Int
    let end: Int
    /// Bytes of the file that are read in all.
    let size: Int
  }

  /// The chunks, in the order in which they are folded.
  private(set) var chunks: [Chunk] = []
  /// Whose lines the files hold.
  private(set) var origins: [Origin] = []
  /// The files, what was known of them before, and what the system says of them now.
  private(set) var files: [(file: LogFile, known: SegmentCover, status: FileStatus, chunks: Range<Int>)] = []
  /// Files that are none of a log, or cannot be looked at.
  private(set) var damaged: [Damage] = []

  /// Chunks are so large that opening a file for each does not matter, and so small that few wait for the last one.
  private static let chunkBytes = 1 << 20

  /// Plans to read files from where they were read to before.
  init(_ files: [LogFile], known: [String: CoveredFile], lines: LogLines, _ system: FileSystem) {
    var numbers: [Origin: Int32] = [:]
    for file in files {
      guard let name = SegmentName(fileName: file.name) else {
        damaged.append(Damage(file: file.label, line: 0, kind: .name))
        continue
      }
      guard let status = try? system.status(file.path) else {
        damaged.append(Damage(file: file.label, line: 0, kind: .unreadable))
        continue
      }
      let origin = Origin(device: file.device, epoch: name.epoch)
      let number = numbers[origin] ?? Int32(origins.count)
      if numbers.updateValue(number, forKey: origin) == nil { origins.append(origin) }
      add(file, status, known[file.label]?.cover ?? SegmentCover(), number, lines.number(of: file.path))
    }
  }

  private mutating func add(
    _ file: LogFile, _ status: FileStatus, _ known: SegmentCover, _ origin: Int32, _ number: Int32
  ) {
    let first = chunks.count
    let rest = max(0, status.size - known.size)
    // Two halves of a small file are read at the same time, too.
    let count = rest > Self.chunkBytes / 4 ? max(2, (rest + Self.chunkBytes - 1) / Self.chunkBytes) : min(rest, 1)
    for place in 0..<count {
      chunks.append(
        Chunk(
          number: Int32(chunks.count), file: file, fileNumber: number, origin: origins[Int(origin)],
          originNumber: origin, start: known.size + rest * place / count,
          end: known.size + rest * (place + 1) / count, size: status.size))
    }
    files.append((file, known, status, first..<chunks.count))
  }

  /// Reads all chunks on all processors.
  func scan(_ system: FileSystem, _ seal: (any Seal)?) -> [ChunkScan] {
    guard chunks.count > 1 else { return chunks.map { Self.scan($0, system, seal) } }
    let results = Mutex([ChunkScan?](repeating: nil, count: chunks.count))
    DispatchQueue.concurrentPerform(iterations: chunks.count) { place in
      let scan = Self.scan(chunks[place], system, seal)
      results.withLock { $0[place] = scan }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  private static func scan(_ chunk: Chunk, _ system: FileSystem, _ seal: (any Seal)?) -> ChunkScan {
    do throws(SystemFailure) {
      let file = try system.opened(chunk.file.path, .read)
      defer { try? system.close(file) }
      let (bytes, from) = try lines(of: chunk, file, system)
      return bytes.withUnsafeBytes { buffer in
        ChunkReader.scan(UnsafeRawBufferPointer(rebasing: buffer[from...]), at: chunk.start + from, of: chunk, seal)
      }
    } catch {
      var scan = ChunkScan(chunk)
      scan.damaged = [Damage(file: chunk.file.label, line: 0, kind: .unreadable)]
      return scan
    }
  }

  /// The bytes from the start of the chunk to the end of its last line, and where its first line begins in them.
  private static func lines(
    of chunk: Chunk, _ file: Int32, _ system: FileSystem
  ) throws(SystemFailure) -> (bytes: [UInt8], from: Int) {
    var bytes = try system.stretch(ofOpen: file, from: chunk.start, count: chunk.end - chunk.start)
    var from = 0
    if chunk.start > 0 {
      let before = try system.stretch(ofOpen: file, from: chunk.start - 1, count: 1)
      if before.first != 0x0A {
        guard let feed = bytes.firstIndex(of: 0x0A) else { return ([], 0) }
        from = feed + 1
        if from == bytes.count { return ([], 0) }
      }
    }
    var end = chunk.end
    while bytes.last != 0x0A, end < chunk.size {
      let more = try system.stretch(ofOpen: file, from: end, count: min(1 << 16, chunk.size - end))
      guard !more.isEmpty else { break }
      let line = more.firstIndex(of: 0x0A).map { $0 + 1 } ?? more.count
      bytes += more[..<line]
      end += line
      if more.count > line { break }
    }
    return (bytes, from)
  }
}
