internal import Journal
internal import Protection

/// Single lines taken from a copy of a log, when the copy cannot be taken as a whole: lines that fill gaps, or another
/// branch. They go, byte for byte, into a segment of their own below `peers/`.
struct RescuedLines {
  /// A line with its place.
  struct Line {
    let number: UInt64
    let hash: LineHash
    let previous: LineHash
    let bytes: [UInt8]
  }

  /// Whose lines.
  struct Key: Hashable {
    let device: String
    let epoch: String
  }

  private(set) var lines: [Key: [Line]] = [:]

  /// Gathers the valid lines of a file that are wanted.
  mutating func gather(
    _ content: [UInt8], device: String, epoch: String, _ isWanted: (Key, UInt64) -> Bool = { _, _ in true }
  ) {
    let key = Key(device: device, epoch: epoch)
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { scanned in
        guard let view = scanned.view, view.belongs(toDevice: device, epoch: epoch), isWanted(key, view.number) else {
          return
        }
        lines[key, default: []].append(
          Line(number: view.number, hash: view.hash, previous: view.previous, bytes: Array(view.bytes)))
      }
    }
  }

  /// Gathers lines of any log that came without it, out of a batch: opened ones as the sealed lines they were.
  mutating func gather(loose content: [UInt8], _ isWanted: (Key, UInt64) -> Bool) {
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { scanned in
        guard let view = scanned.view else { return }
        let key = Key(device: view.device, epoch: view.epoch)
        guard SegmentName.isName(key.device), SegmentName.isName(key.epoch), isWanted(key, view.number) else { return }
        lines[key, default: []].append(
          Line(
            number: view.number, hash: OpenedLine.name(of: view), previous: view.previous,
            bytes: OpenedLine.sealed(view) ?? Array(view.bytes)))
      }
    }
  }

  /// Keeps the lines that are wanted.
  mutating func keep(_ isWanted: (Key, Line) -> Bool) {
    for key in lines.keys { lines[key]?.removeAll { !isWanted(key, $0) } }
    lines = lines.filter { !$0.value.isEmpty }
  }

  /// Writes what was gathered below `peers/` and tells the files.
  func write(below path: String, _ system: FileSystem) throws(SystemFailure) -> [LogFile] {
    var files: [LogFile] = []
    for (key, lines) in lines.sorted(by: { ($0.key.device, $0.key.epoch) < ($1.key.device, $1.key.epoch) }) {
      let directory = path + "/peers/" + key.device
      try system.makeDirectories(directory)
      let taken = try system.list(directory).compactMap { SegmentName(fileName: $0.name) }
        .filter { $0.epoch == key.epoch && $0.isRescued }.map(\.segment).max()
      let name = SegmentName(epoch: key.epoch, segment: (taken ?? SegmentName.firstRescued - 1) + 1).fileName
      var seen: Set<LineHash> = []
      let sorted = lines.sorted { ($0.number, $0.hash) < ($1.number, $1.hash) }.filter { seen.insert($0.hash).inserted }
      try system.replace(directory + "/" + name, with: sorted.flatMap(\.bytes))
      let label = "peers/" + key.device + "/" + name
      files.append(LogFile(label: label, path: path + "/" + label, device: key.device, name: name))
    }
    return files
  }
}
