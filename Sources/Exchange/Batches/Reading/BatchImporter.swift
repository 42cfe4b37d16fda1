internal import JSON
internal import Journal
internal import Media
package import Records

/// Takes batches into a store, at the office or on a laptop that replaces another.
package struct BatchImporter {
  private let path: String
  private let store: Store
  private let options: ImportOptions
  private var summary: ImportSummary

  /// Takes every valid part of a batch. What is damaged is left out and named; nothing in the batch is changed or
  /// deleted; taking the same batch again changes nothing.
  package static func `import`(
    path: String, into store: Store, options: ImportOptions
  ) throws(BatchProblem) -> ImportSummary {
    guard !store.isReadOnly else { throw .store(.readOnly) }
    let folder = FileSystem.withoutSlash(path)
    guard !folder.hasSuffix(".part") else { throw .notABatch(path: path) }
    var options = options
    // A batch comes from outside: links in it are not followed.
    let system = options.fileSystem.confined(to: folder)
    let outside = options.fileSystem
    options.fileSystem = system
    if SealedBatch.isSealed(folder, fileSystem: system) { throw .sealed(path: path) }
    guard
      system.isPresent(folder + "/" + BatchFolder.records) || system.isPresent(folder + "/" + BatchManifest.fileName)
    else { throw .notABatch(path: path) }
    let report = BatchReader.verify(path: folder, keys: KeyStore(of: store), fileSystem: outside)
    if report.manifest?.includesPersonal == false { throw .sharedExtract(path: path) }
    if options.requiresTrust, !report.signature.isTrusted { throw .untrusted(path: path, report.signature) }
    var importer = BatchImporter(
      path: folder, store: store, options: options, summary: ImportSummary(report: report))
    try importer.run()
    return importer.summary
  }

  private mutating func run() throws(BatchProblem) {
    // Attachments and forms first: no line is ever here without what it names.
    let records = lines(of: BatchFolder.records).filter { $0.kind == "done" && Self.isRecord($0) && isProved($0) }
    // A record that is not taken must not begin here either.
    let taken = Set(records.compactMap(\.record))
    let context = isContextProved ? lines(of: BatchFolder.context).filter { isWanted($0, taken) } : []
    try takeForms()
    try takeMedia(records)
    let new: Set<LineHash>
    do throws(StoreProblem) { new = try store.receive(records.map(\.bytes) + context.map(\.bytes)) } catch {
      throw .store(error)
    }
    for line in records {
      if new.contains(line.hash) { summary.new.append(line.record ?? "") } else { summary.known += 1 }
    }
    let vouched = summary.report.signature.isTrusted ? store.rivalled(records.map(\.bytes)) : []
    guard !summary.isUnchanged || !new.isEmpty || !vouched.isEmpty else { return }
    try note(vouched)
    store.settle(vouched)
  }

  private func isWanted(_ line: BatchLines.Line, _ taken: Set<String>) -> Bool {
    switch line.kind {
    case "open": line.record.map(taken.contains) ?? false
    case "user", "head": true
    default: false
    }
  }

  /// Whether nothing speaks against a line: it was changed when its signature or its manifest says so, even if it is
  /// whole by itself. It would stand beside the genuine one for ever.
  private func isProved(_ line: BatchLines.Line) -> Bool {
    guard summary.report.signature != .bad else { return false }
    guard let manifest = summary.report.manifest else { return true }
    return manifest.records.contains { $0.id == line.record && ($0.version == nil || $0.version == line.hash.hex) }
  }

  /// The manifest names the lines around the records by their file only.
  private var isContextProved: Bool {
    summary.report.signature != .bad
      && !summary.report.faults.contains { $0.file == BatchFolder.context && $0.kind == .changed }
  }

  private static func isRecord(_ line: BatchLines.Line) -> Bool {
    line.record != nil && line.payload["submission"]?.objectValue != nil
  }

  private func lines(of file: String) -> [BatchLines.Line] {
    guard let content = try? options.fileSystem.contents(of: path + "/" + file) else { return [] }
    return BatchLines(content, file: file).lines
  }

  private mutating func takeForms() throws(BatchProblem) {
    let archive = FormArchive(
      directory: path + "/" + BatchFolder.forms.dropLast(), fileSystem: options.fileSystem)
    for hash in (try? archive.hashes()) ?? [] {
      // A damaged definition is named in the report and left out.
      guard let files = try? archive.files(of: hash), (try? store.forms.files(of: hash)) == nil else { continue }
      do throws(StoreProblem) { _ = try store.forms.add(files) } catch { throw .store(error) }
      summary.forms += 1
    }
  }

  private mutating func takeMedia(_ records: [BatchLines.Line]) throws(BatchProblem) {
    let submissions = Set(records.compactMap { $0.payload["xml"]?.stringValue })
    let folder = path + "/" + BatchFolder.submissions
    for entry in (try? options.fileSystem.list(folder)) ?? [] where !entry.isDirectory {
      guard let bytes = try? options.fileSystem.contents(of: folder + entry.name) else { continue }
      let hash = ContentHash(of: bytes)
      guard submissions.contains(hash.hex), let name = MediaName(hash: hash, fileExtension: "xml") else { continue }
      try take(bytes, name)
    }
    let attachments = path + "/" + BatchFolder.media
    let entries = (try? options.fileSystem.list(attachments)) ?? []
    for (place, entry) in entries.enumerated() where !entry.isDirectory {
      options.progress(place, entries.count)
      guard let name = MediaName(fileName: entry.name), !store.media.isIntact(name),
        let bytes = try? options.fileSystem.contents(of: attachments + entry.name), ContentHash(of: bytes) == name.hash
      else { continue }
      try take(bytes, name)
    }
  }

  private mutating func take(_ bytes: [UInt8], _ name: MediaName) throws(BatchProblem) {
    guard !store.media.isIntact(name) else { return }
    do throws(MediaProblem) { _ = try store.media.add(bytes, fileExtension: name.fileExtension) } catch {
      throw .media(error)
    }
    summary.media += 1
  }

  private func note(_ vouched: [LineHash]) throws(BatchProblem) {
    let manifest = (try? options.fileSystem.contents(of: path + "/" + BatchManifest.fileName)).map {
      ContentHash(of: $0).hex
    }
    var draft = EventDraft.import(from: path, kind: "batch", sha256: manifest, count: summary.new.count)
    draft.payload["signature"] = .string(summary.report.signature.word)
    if case .trusted(_, let fingerprint) = summary.report.signature { draft.payload["key"] = .string(fingerprint) }
    if case .unknown(let fingerprint) = summary.report.signature { draft.payload["key"] = .string(fingerprint) }
    // Proof for those that have a rival here, which nobody else can give.
    if !vouched.isEmpty { draft.payload["vouched"] = .array(vouched.map { .string($0.hex) }) }
    if !summary.report.isWhole { draft.payload["faults"] = .integer(summary.report.faults.count) }
    do throws(StoreProblem) { try store.appendAndWait([draft.at(options.now)]) } catch { throw .store(error) }
  }
}
