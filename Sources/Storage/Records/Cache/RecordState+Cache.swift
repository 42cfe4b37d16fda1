internal import Fieldwork
internal import Journal

extension RecordState {
  /// Writes what is known of the record; its lines stay where they are.
  func write(to writer: inout CacheWriter) {
    writer.put(id)
    for text in [form, version, formHash, zone, status.rawValue, device] { writer.share(text) }
    writer.put(visit) { $0.put($1) }
    writer.put(created)
    writer.put(updated)
    writer.put(count)
    writer.put(lastDone) { $0.put($1) }
    writer.put(lastDoneHash) { $0.put($1) }
    writer.put(revisions)
    writer.put(isChangedAfterDone)
    writer.put(isFinishedUnaware)
    writer.put(lastInstance) { $0.put($1) }
    writer.put(changes)
    writer.put(hasSeveralWriters)
    writer.put(isForked)
    writer.put(summary.label)
    writer.put(summary.isLabelPersonal)
    for number in [summary.errors, summary.warnings, summary.answered, summary.required] { writer.put(number) }
    writer.put(lastCheckpoint) { $0.put($1) }
    writer.put(lastPlaceKept) { writer, kept in
      writer.put(kept.time)
      writer.share(kept.device)
    }
    writer.put(firstWriter) { $0.put($1) }
    writer.put(origins) { $0.put($1) }
    writer.put(lastKey) { $0.put($1) }
    writer.put(runs) { writer, run in
      writer.put(UInt32(bitPattern: run.file))
      writer.put(run.offset)
      writer.put(run.length)
    }
    writer.put(exportedVersions.sorted()) { $0.put($1) }
    writer.put(altered.sorted()) { $0.put($1) }
  }

  /// Reads what was written.
  init(from reader: inout CacheReader, lines: LogLines) throws(CacheProblem) {
    self.init(id: try reader.text(), exportedVersions: [], lines: lines)
    form = try reader.shared()
    version = try reader.shared()
    formHash = try reader.shared()
    zone = try reader.shared()
    guard let status = RecordStatus(rawValue: try reader.shared()) else { throw .content }
    self.status = status
    device = try reader.shared()
    visit = try reader.optional { (reader) throws(CacheProblem) in try reader.text() }
    created = try reader.int64()
    updated = try reader.int64()
    count = try reader.int()
    lastDone = try reader.optional { (reader) throws(CacheProblem) in try reader.int() }
    lastDoneHash = try reader.optional { (reader) throws(CacheProblem) in try reader.hash() }
    revisions = try reader.int()
    isChangedAfterDone = try reader.bool()
    isFinishedUnaware = try reader.bool()
    lastInstance = try reader.optional { (reader) throws(CacheProblem) in try reader.text() }
    changes = try reader.int()
    hasSeveralWriters = try reader.bool()
    isForked = try reader.bool()
    summary.label = try reader.text()
    summary.isLabelPersonal = try reader.bool()
    summary.errors = try reader.int()
    summary.warnings = try reader.int()
    summary.answered = try reader.int()
    summary.required = try reader.int()
    lastCheckpoint = try reader.optional { (reader) throws(CacheProblem) in try reader.int() }
    lastPlaceKept = try reader.optional { (reader) throws(CacheProblem) in
      (time: try reader.int64(), device: try reader.shared())
    }
    firstWriter = try reader.optional { (reader) throws(CacheProblem) in try reader.origin() }
    origins = try reader.array { (reader) throws(CacheProblem) in try reader.origin() }
    lastKey = try reader.optional { (reader) throws(CacheProblem) in try reader.key() }
    runs = try reader.array { (reader) throws(CacheProblem) in
      LineRun(file: Int32(bitPattern: try reader.uint32()), offset: try reader.int(), length: try reader.int())
    }
    exportedVersions = Set(try reader.array { (reader) throws(CacheProblem) in try reader.hash() })
    altered = Set(try reader.array { (reader) throws(CacheProblem) in try reader.hash() })
  }
}
