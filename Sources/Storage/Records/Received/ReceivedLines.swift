internal import Journal
internal import Protection

/// Lines of other devices that came without their logs, out of batches: `received/<sha256 of the file>.jsonl`, each line
/// verbatim. They stand in no chain here, so each is taken by its own checksum; when the log they come from arrives they
/// are the same lines. In a protected store the files are sealed.
enum ReceivedLines {
  /// The directory in a store.
  static let area = "received"

  /// Folds the files of a store.
  static func load(
    _ path: String, into projection: inout Projection, _ system: FileSystem, _ seal: (any Seal)?
  ) throws(StoreProblem) {
    for file in try files(path, system) where projection.covered[file.label] == nil {
      let status = try? system.status(file.path)
      let found: [UInt8]
      do throws(SystemFailure) { found = try system.contents(of: file.path) } catch {
        projection.take([Damage(file: file.label, line: 0, kind: .unreadable)])
        continue
      }
      if !isWhole(found, file) { projection.take([Damage(file: file.label, line: 0, kind: .seal)]) }
      // What no key opens waits for its key.
      guard let content = clear(found, file, seal) else { continue }
      let parsed = parse(content, of: file, into: &projection)
      projection.take(parsed.damaged)
      projection.take(parsed.events)
      cover(file, status, found.count, &projection)
    }
  }

  private static func isSealed(_ file: LogFile) -> Bool { file.name.hasSuffix("." + SealedFile.fileExtension) }

  /// Whether a file is as it was written, which its name tells; that of a sealed one, its last bytes.
  private static func isWhole(_ content: [UInt8], _ file: LogFile) -> Bool {
    guard isSealed(file) else { return ContentHash(of: content).hex + ".jsonl" == file.name }
    return SealedFile(content).map { ($0.name ?? "") + "." + SealedFile.fileExtension } == file.name
  }

  /// The lines of a file; nil when they are sealed with a key that is not here.
  static func clear(_ content: [UInt8], _ file: LogFile, _ seal: (any Seal)?) -> [UInt8]? {
    isSealed(file) ? SealedFile(content).flatMap { seal?.open($0) } : content
  }

  /// The file for lines that came: its name and its bytes, sealed in a protected store.
  static func file(_ lines: [UInt8], _ seal: (any Seal)?) throws(StoreProblem) -> (name: String, content: [UInt8]) {
    let name = ContentHash(of: lines).hex + ".jsonl"
    guard let seal else { return (name, lines) }
    guard let sealed = seal.seal(lines, as: name, mayChange: false), let hidden = sealed.name else { throw .sealed }
    return (hidden + "." + SealedFile.fileExtension, sealed.bytes)
  }

  /// Notes that a file was taken: it never grows.
  private static func cover(
    _ file: LogFile, _ status: FileStatus?, _ size: Int, _ projection: inout Projection
  ) {
    guard let status else { return }
    var cover = SegmentCover()
    cover.size = size
    projection.covered[file.label] = CoveredFile(file: file, cover: cover, status: status)
  }

  /// The files of a store in order of name.
  static func files(_ path: String, _ system: FileSystem) throws(StoreProblem) -> [LogFile] {
    do throws(SystemFailure) {
      return try system.list(path + "/" + area).filter {
        !$0.isDirectory && ($0.name.hasSuffix(".jsonl") || $0.name.hasSuffix("." + SealedFile.fileExtension))
      }.map { entry in
        let label = area + "/" + entry.name
        return LogFile(label: label, path: path + "/" + label, device: "", name: entry.name)
      }
    } catch {
      if error.isMissing { return [] }
      throw .system(error)
    }
  }

  /// What is wrong with a file: lines that are damaged, or some that are gone, which its name tells.
  static func damage(
    of file: LogFile, _ system: FileSystem, _ seal: (any Seal)?, _ visit: (Int, LineView) -> Void
  ) -> [Damage] {
    guard let content = try? system.contents(of: file.path) else {
      return [Damage(file: file.label, line: 0, kind: .unreadable)]
    }
    var damage: [Damage] = []
    if !isWhole(content, file) { damage.append(Damage(file: file.label, line: 0, kind: .seal)) }
    guard let clear = clear(content, file, seal) else { return damage }
    clear.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        if let view = line.view { return visit(line.number, view) }
        damage.append(Damage(file: file.label, line: line.number, kind: line.damage ?? .frame))
      }
    }
    return damage
  }

  /// What a file holds.
  struct Parsed {
    var events: [Projection.Incoming] = []
    var damaged: [Damage] = []
  }

  /// Reads lines of any device and epoch.
  static func parse(_ content: [UInt8], of file: LogFile, into projection: inout Projection) -> Parsed {
    var parsed = Parsed()
    var texts = TextCache()
    let number = projection.lines.number(of: file.path)
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard let view = line.view else {
          parsed.damaged.append(Damage(file: file.label, line: line.number, kind: line.damage ?? .frame))
          return
        }
        let origin = projection.origin(view.device, view.epoch)
        parsed.events.append(
          Projection.Incoming(
            event: Event(
              view, hash: OpenedLine.name(of: view), origin: origin, body: view.body, texts: &texts),
            group: view.group,
            run: LineRun(file: number, offset: line.offset, length: line.length), isLoose: true))
      }
    }
    return parsed
  }
}
