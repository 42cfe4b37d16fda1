internal import JSON
internal import Journal
internal import Media
package import Records

/// Writes finished records as plain files for other programs. For the way to the office there are batches.
package struct Export {
  private let store: Store
  private let options: BatchOptions
  private var result: ExportFiles
  private var records: [BatchRecord]

  /// Writes the formats into a folder; each file appears whole, and replaces one of its name.
  ///
  /// With `.new` the journal notes what was written, and these records count as exported; with `.all` nothing changes.
  package static func write(
    store: Store, to folder: String, formats: Set<ExportFormat>, options: BatchOptions
  ) throws(BatchProblem) -> ExportFiles {
    let marks = options.selection == .new
    if marks, store.isReadOnly { throw .store(.readOnly) }
    let snapshot = store.snapshot
    let selection = BatchSelection(of: snapshot, selection: options.selection, form: options.form)
    guard !selection.records.isEmpty else { throw selection.nothing }
    var result = ExportFiles(folder: folder)
    result.recordIDs = selection.records.map(\.state.id)
    result.earlier = selection.earlier
    result.disputed = selection.disputed
    var export = Export(store: store, options: options, result: result, records: selection.records)
    var lines: [[UInt8]]?
    if !options.includesPersonal { lines = try export.strip() }
    for format in ExportFormat.allCases where formats.contains(format) {
      switch format {
      case .csv: try export.writeTables()
      case .xlsx: try export.writeWorkbooks()
      case .jsonl: try export.writeLines(lines)
      case .xml: if options.includesPersonal { try export.writeSubmissions() }
      case .geojson: try export.writeFeatures()
      }
    }
    if marks, options.includesPersonal { try export.note(formats, selection) }
    return export.result
  }

  private mutating func put(_ name: String, _ bytes: [UInt8]) throws(BatchProblem) {
    do throws(SystemFailure) {
      if result.files.isEmpty { try options.fileSystem.makeDirectories(result.folder) }
      let path = result.folder + "/" + name
      let parent = FileSystem.parent(of: path)
      if parent != result.folder { try options.fileSystem.makeDirectories(parent) }
      try options.fileSystem.replace(path, with: bytes)
    } catch {
      throw .system(error)
    }
    result.files.append(name)
  }

  /// Takes out what is personal, and gives the lines of what is left.
  private mutating func strip() throws(BatchProblem) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var known: [String: PersonalFields] = [:]
    for place in records.indices {
      let record = records[place]
      guard let fields = known[record.formHash] ?? options.formLookup(record.formHash).map(PersonalFields.init) else {
        throw .formMissing(record: record.state.id, form: record.form)
      }
      known[record.formHash] = fields
      let stripped = fields.strip(record.content)
      records[place].content = stripped.content
      records[place].label = fields.label(record.label, stripped)
      lines.append(SharedLine.bytes(of: records[place], stripped))
    }
    return lines
  }

  private mutating func writeTables() throws(BatchProblem) {
    for (name, bytes) in FormTables(records, options: options, media: store.media).files { try put(name, bytes) }
  }

  private mutating func writeWorkbooks() throws(BatchProblem) {
    for (name, bytes) in FormTables.workbooks(records, options: options, media: store.media) { try put(name, bytes) }
  }

  /// One file a form, a line a record.
  private mutating func writeLines(_ shared: [[UInt8]]?) throws(BatchProblem) {
    var lines = shared ?? []
    if shared == nil {
      let found: [LineHash: [UInt8]]
      do throws(StoreProblem) { found = try store.lines(named: Set(records.map(\.event.hash))) } catch {
        throw .store(error)
      }
      for record in records {
        guard let line = found[record.event.hash] else { throw .lineMissing(record: record.state.id) }
        lines.append(line)
      }
    }
    for form in Set(records.map(\.form)).sorted() {
      let own = zip(records, lines).filter { $0.0.form == form }.flatMap { $0.1 }
      try put(BatchPath.name(form) + ".jsonl", own)
    }
  }

  private mutating func writeSubmissions() throws(BatchProblem) {
    for record in records {
      guard let hash = record.frozen.xml.flatMap(ContentHash.init(hex:)),
        let name = MediaName(hash: hash, fileExtension: "xml")
      else { continue }
      guard let bytes = try? store.media.contents(of: name) else {
        result.missingMedia.append(name.fileName)
        continue
      }
      try put(BatchPath.name(record.form) + "-xml/" + BatchPath.name(record.state.id) + ".xml", bytes)
    }
  }

  private mutating func writeFeatures() throws(BatchProblem) {
    for form in Set(records.map(\.form)).sorted() {
      let own = records.filter { $0.form == form }
      let features = Features.collection(of: own, shape: FormTables.shape(of: own, options))
      try put(BatchPath.name(form) + ".geojson", features.serialisedBytes() + [0x0A])
    }
  }

  private func note(_ formats: Set<ExportFormat>, _ selection: BatchSelection) throws(BatchProblem) {
    var draft = EventDraft.export(
      batch: "", to: result.folder, formats: formats.map(\.rawValue).sorted(), lines: selection.versions)
    if !options.audience.isEmpty { draft.payload["for"] = .string(options.audience) }
    do throws(StoreProblem) { try store.appendAndWait([draft.at(options.now)]) } catch { throw .store(error) }
  }
}
