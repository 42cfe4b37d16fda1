internal import JSON

/// Where a log ends: what a writer must know to go on.
struct LogEnd {
  /// Last segment that is there.
  var name: SegmentName
  /// Last valid line: its place.
  var last: LineFrame
  /// Last valid line: its name.
  var hash: LineHash
  /// Valid lines in the last segment.
  var lines: Int
  /// Size of the last segment.
  var size: Int
  /// Hash of the last segment so far.
  var running: SegmentHash
  /// Time in the first line of the last segment.
  var startedAt: Int64
  /// Whether the last line seals the last segment.
  var isSealed: Bool
  /// Stretches of the last segments that are no lines. When there are any the epoch is over.
  var dead: [DeadBytes]

  /// Reads the end of an epoch; nil when no file of it is there. A segment that was read already is not read again.
  static func find(
    epoch: String, device: String, in directory: String, _ system: FileSystem,
    read covers: [SegmentName: SegmentCover] = [:]
  ) throws(JournalProblem) -> LogEnd? {
    do throws(SystemFailure) {
      let names = try system.list(directory).compactMap { SegmentName(fileName: $0.name) }
        .filter { $0.epoch == epoch && !$0.isRescued }.sorted()
      var end: LogEnd?
      var dead: [DeadBytes] = []
      // Usually one file is read. A crash while a segment was begun leaves an empty one: then the one before, too.
      for name in names.reversed() {
        if let cover = covers[name], var found = try covered(name, cover, device: device, in: directory, system) {
          found.dead += dead
          end = found
          break
        }
        let content = try system.contents(of: directory + "/" + name.fileName)
        guard var found = read(content, name, device: device) else {
          dead.append(DeadBytes(file: name.fileName, from: 0, length: content.count, hash: ContentHash(of: content)))
          continue
        }
        found.running = SegmentHash(
          behind: SegmentPrefix(path: directory + "/" + name.fileName, size: content.count, system: system))
        found.dead += dead
        end = found
        break
      }
      if end == nil, let name = names.last { return LogEnd(lost: name, dead: dead, device: device) }
      return end
    } catch {
      throw .system(error)
    }
  }

  /// Nothing valid was found in any segment of the epoch.
  private init(lost name: SegmentName, dead: [DeadBytes], device: String) {
    self.name = name
    last = LineFrame(device: device, epoch: name.epoch, number: 0, time: 0, clock: .zero, previous: .zero)
    hash = .zero
    lines = 0
    size = 0
    running = SegmentHash()
    startedAt = 0
    isSealed = false
    self.dead = dead
  }

  /// The end of a segment of which everything is known but the last line, which is read and compared; nil when the file
  /// is not what was read, and has to be read whole.
  private static func covered(
    _ name: SegmentName, _ cover: SegmentCover, device: String, in directory: String, _ system: FileSystem
  ) throws(SystemFailure) -> LogEnd? {
    guard cover.isPlain, cover.lines > 0 else { return nil }
    let path = directory + "/" + name.fileName
    let file = try system.opened(path, .read)
    defer { try? system.close(file) }
    let size = try system.uninterrupted { () throws(SystemFailure) in try system.size(file) }
    guard size == cover.size else { return nil }
    let content = try system.contents(ofOpen: file, from: cover.lastOffset)
    guard cover.lastOffset + content.count == cover.size, var end = read(content, name, device: device),
      end.dead.isEmpty, end.lines == 1, end.hash == cover.lastHash
    else { return nil }
    end.lines = cover.lines
    end.size = cover.size
    end.startedAt = cover.startedAt
    end.running = SegmentHash(behind: SegmentPrefix(path: path, size: size, system: system))
    return end
  }

  private static func read(_ content: [UInt8], _ name: SegmentName, device: String) -> LogEnd? {
    var end = LogEnd(lost: name, dead: [], device: device)
    var first = true
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard let view = line.view, view.belongs(toDevice: device, epoch: name.epoch) else {
          let stretch = UnsafeRawBufferPointer(rebasing: bytes[line.offset..<line.offset + line.length])
          end.dead.append(
            DeadBytes(
              file: name.fileName, from: line.offset, length: line.length, hash: ContentHash(of: Array(stretch))))
          return
        }
        if first { end.startedAt = view.time }
        first = false
        end.lines += 1
        // A segment begun after a failed sync repeats lines, so the end is the greatest number, not the last line.
        guard view.number > end.last.number else { return }
        if end.last.number > 0, view.number == end.last.number + 1, view.previous != end.hash {
          end.dead.append(DeadBytes(file: name.fileName, from: line.offset, length: 0))
        }
        end.last = view.frame
        end.hash = view.hash
        end.isSealed =
          view.isKind("seal") && view.body.payload?["segment"]?.intValue == name.segment
          && line.offset + line.length == bytes.count
      }
    }
    guard end.last.number > 0 else { return nil }
    end.size = content.count
    return end
  }
}

extension LogEnd {
  /// The dead stretches at the ends of all epochs of a log: a crash while an epoch was begun leaves one whose end no
  /// head has named yet.
  static func dead(of options: JournalOptions, besides end: LogEnd?) throws(JournalProblem) -> [DeadBytes] {
    var epochs: Set<String> = []
    do throws(SystemFailure) {
      for entry in try options.fileSystem.list(options.directory) {
        if let name = SegmentName(fileName: entry.name), !name.isRescued { epochs.insert(name.epoch) }
      }
    } catch {
      throw .system(error)
    }
    var dead = end?.dead ?? []
    for epoch in epochs.sorted() where epoch != end?.name.epoch {
      dead += try find(epoch: epoch, device: options.device, in: options.directory, options.fileSystem)?.dead ?? []
    }
    return dead
  }

  /// The lines of the last segment, to be written again when it cannot be trusted to be on the medium.
  func lines(in directory: String, _ system: FileSystem) throws(SystemFailure) -> [Disk.Waiting] {
    var lines: [Disk.Waiting] = []
    let content = try system.contents(of: directory + "/" + name.fileName)
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { scanned in
        guard let view = scanned.view else { return }
        let line = WrittenLine(frame: view.frame, hash: view.hash, bytes: Array(view.bytes))
        lines.append(Disk.Waiting(line: line, acknowledged: nil))
      }
    }
    return lines
  }
}
