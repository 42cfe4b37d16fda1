internal import Journal

/// Lines of other devices that came without their logs, out of batches: `received/<sha256 of the file>.jsonl`, each line
/// verbatim. They stand in no chain here, so each is taken by its own checksum; when the log they come from arrives they
/// are the same lines.
enum ReceivedLines {
  /// The directory in a store.
  static let area = "received"

  /// Folds the files of a store.
  static func load(_ path: String, into projection: inout Projection, _ system: FileSystem) throws(StoreProblem) {
    for file in try files(path, system) {
      let content: [UInt8]
      do throws(SystemFailure) { content = try system.contents(of: file.path) } catch {
        projection.take([Damage(file: file.label, line: 0, kind: .unreadable)])
        continue
      }
      if ContentHash(of: content).hex + ".jsonl" != file.name {
        projection.take([Damage(file: file.label, line: 0, kind: .seal)])
      }
      let parsed = parse(content, label: file.label, into: &projection)
      projection.take(parsed.damaged)
      projection.take(parsed.events)
    }
  }

  /// The files of a store in order of name.
  static func files(_ path: String, _ system: FileSystem) throws(StoreProblem) -> [LogFile] {
    do throws(SystemFailure) {
      return try system.list(path + "/" + area).filter { !$0.isDirectory && $0.name.hasSuffix(".jsonl") }.map { entry in
        let label = area + "/" + entry.name
        return LogFile(label: label, path: path + "/" + label, device: "", name: entry.name)
      }
    } catch {
      if error.isMissing { return [] }
      throw .system(error)
    }
  }

  /// What is wrong with a file: lines that are damaged, or some that are gone, which its name tells.
  static func damage(of file: LogFile, _ system: FileSystem) -> [Damage] {
    guard let content = try? system.contents(of: file.path) else {
      return [Damage(file: file.label, line: 0, kind: .unreadable)]
    }
    var damage: [Damage] = []
    if ContentHash(of: content).hex + ".jsonl" != file.name {
      damage.append(Damage(file: file.label, line: 0, kind: .seal))
    }
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard line.view == nil else { return }
        damage.append(Damage(file: file.label, line: line.number, kind: line.damage ?? .frame))
      }
    }
    return damage
  }

  /// Reads lines of any device and epoch.
  static func parse(_ content: [UInt8], label: String, into projection: inout Projection) -> LogParser.Parsed {
    var parsed = LogParser.Parsed()
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard let view = line.view else {
          parsed.damaged.append(Damage(file: label, line: line.number, kind: line.damage ?? .frame))
          return
        }
        let event = Event(
          hash: view.hash, clock: view.clock, origin: projection.origin(view.device, view.epoch), number: view.number,
          time: view.time, kind: EventKind(view.kind), record: view.record, field: view.field, body: view.body)
        parsed.events.append(
          Projection.Incoming(event: event, group: view.group, previous: nil, place: nil, isLoose: true))
      }
    }
    return parsed
  }
}
