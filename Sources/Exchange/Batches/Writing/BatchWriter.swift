internal import JSON
internal import Journal
package import Records

/// Makes batches: what leaves a laptop.
package enum BatchWriter {
  /// Writes the finished records of a store as a batch into a new folder, and notes it in the journal.
  ///
  /// Everything is read back from the medium before the folder gets its name; only then the records count as exported.
  package static func create(
    store: Store, to place: String, options: BatchOptions
  ) throws(BatchProblem) -> BatchSummary {
    guard !store.isReadOnly else { throw .store(.readOnly) }
    let snapshot = store.snapshot
    let selection = BatchSelection(of: snapshot, selection: options.selection, form: options.form)
    guard !selection.records.isEmpty else { throw selection.nothing }
    let assembly = try BatchAssembly(selection, from: store, snapshot, options)
    let keys = KeyStore(of: store, fileSystem: options.fileSystem)
    let signer = options.signs ? try keys.create() : nil
    let part = try PartFolder(in: place, names: names(store.identity.device, options), options.fileSystem)
    var target: any BatchTarget
    if let recipient = options.recipient {
      target = try SealedTarget(part, for: recipient, by: store.identity, options)
    } else {
      target = ClearTarget(part)
    }
    var summary = BatchSummary()
    do throws(BatchProblem) {
      let (manifest, bytes) = try write(assembly, id: part.name, signer, keys, into: &target, options)
      try target.finish()
      summary = self.summary(of: manifest, bytes, selection, target.folder)
    } catch {
      target.abandon()
      throw error
    }
    summary.recipient = options.recipient?.fingerprint
    try note(summary, selection, store, options)
    return summary
  }

  /// `khaosat-<device>-<day>-<number>`, the first number that is free.
  private static func names(_ device: String, _ options: BatchOptions) -> some Sequence<String> {
    let local = Timestamp.text(options.now + Int64(options.zoneMinutes) * 60_000)
    let stem = "khaosat-" + device + "-" + local.prefix(10).filter { $0 != "-" } + "-"
    return (1...9999).lazy.map { stem + String($0) }
  }

  private static func write(
    _ assembly: BatchAssembly, id: String, _ signer: PublicKeys?, _ keys: KeyStore, into target: inout any BatchTarget,
    _ options: BatchOptions
  ) throws(BatchProblem) -> (manifest: BatchManifest, bytes: [UInt8]) {
    var files: [BatchFile] = []
    let total = assembly.files.count + (signer == nil ? 2 : 3)
    for (path, source) in assembly.files {
      let content = try assembly.content(of: source)
      try target.put(path, content)
      files.append(BatchFile(path: path, content: content))
      options.progress(files.count, total)
    }
    let manifest = assembly.manifest(id: id, files: files, signer: signer)
    let bytes = manifest.bytes
    try target.put(BatchManifest.sumsName, manifest.sums(manifest: bytes))
    if signer != nil { try target.put(ManifestSignature.fileName, try ManifestSignature(of: bytes, by: keys).bytes) }
    try target.put(BatchManifest.fileName, bytes)
    options.progress(total, total)
    return (manifest, bytes)
  }

  private static func summary(
    of manifest: BatchManifest, _ bytes: [UInt8], _ selection: BatchSelection, _ folder: String
  ) -> BatchSummary {
    var summary = BatchSummary()
    summary.folder = folder
    summary.recordIDs = manifest.records.map(\.id)
    summary.files = manifest.files.count + (manifest.signer == nil ? 2 : 3)
    summary.bytes = manifest.files.reduce(bytes.count) { $0 + $1.bytes }
    summary.media = manifest.media
    summary.earlier = selection.earlier
    summary.locked = selection.locked
    summary.disputed = selection.disputed
    summary.missing = manifest.missing
    summary.signer = manifest.signer?.fingerprint
    summary.manifest = ContentHash(of: bytes).hex
    return summary
  }

  /// A batch without personal data is no delivery: the office still waits for the whole one, so these records do not
  /// count as exported.
  private static func note(
    _ summary: BatchSummary, _ selection: BatchSelection, _ store: Store, _ options: BatchOptions
  ) throws(BatchProblem) {
    var draft = EventDraft.export(
      batch: FileSystem.name(of: summary.folder), to: FileSystem.parent(of: summary.folder),
      formats: [options.includesPersonal ? "batch" : "shared"],
      lines: options.includesPersonal ? selection.versions : [])
    draft.payload["sha256"] = .string(summary.manifest)
    if !options.audience.isEmpty { draft.payload["for"] = .string(options.audience) }
    if let recipient = summary.recipient { draft.payload["sealed"] = .string(recipient) }
    do throws(StoreProblem) { try store.appendAndWait([draft.at(options.now)]) } catch { throw .store(error) }
  }
}
