internal import Forms
internal import JSON
internal import Journal
internal import Media
internal import Records

/// The files of a batch before they are written: what each is called and where its bytes come from.
struct BatchAssembly {
  /// Where the bytes of a file come from.
  enum Source {
    case bytes([UInt8])
    /// Read when its turn comes, so that photographs are never all in memory.
    case media(MediaName)
  }

  private(set) var files: [(path: String, source: Source)] = []
  private(set) var missing: [String] = []
  private(set) var media = 0
  private let store: Store
  private let snapshot: Snapshot
  private let options: BatchOptions
  private var selection: BatchSelection
  private var personal: [String: PersonalFields] = [:]

  /// Gathers the files for the records selected.
  init(_ selection: BatchSelection, from store: Store, _ snapshot: Snapshot, _ options: BatchOptions)
    throws(BatchProblem)
  {
    self.selection = selection
    self.store = store
    self.snapshot = snapshot
    self.options = options
    if options.includesPersonal { try addLines() } else { try addSharedLines() }
    addTables()
    if options.includesPersonal { addSubmissions() }
    addAttachments()
    addForms()
  }

  /// Lines exactly as they stand in the logs.
  private mutating func addLines() throws(BatchProblem) {
    let context = selection.context(in: snapshot)
    let wanted = Set(selection.records.map(\.event.hash)).union(context.map(\.hash))
    let lines: [LineHash: [UInt8]]
    do throws(StoreProblem) { lines = try store.lines(named: wanted) } catch { throw .store(error) }
    var bytes: [UInt8] = []
    for record in selection.records {
      guard let line = lines[record.event.hash] else { throw .lineMissing(record: record.state.id) }
      bytes += line
    }
    files.append((BatchFolder.records, .bytes(bytes)))
    let around = context.flatMap { lines[$0.hash] ?? [] }
    if !around.isEmpty { files.append((BatchFolder.context, .bytes(around))) }
  }

  /// Extracts without what is personal, which only a form can tell.
  private mutating func addSharedLines() throws(BatchProblem) {
    var bytes: [UInt8] = []
    for place in selection.records.indices {
      let record = selection.records[place]
      guard let fields = personalFields(record.formHash) else {
        throw .formMissing(record: record.state.id, form: record.form)
      }
      let stripped = fields.strip(record.content)
      selection.records[place].content = stripped.content
      selection.records[place].label = fields.label(record.label, stripped)
      bytes += SharedLine.bytes(of: selection.records[place], stripped)
    }
    files.append((BatchFolder.records, .bytes(bytes)))
  }

  private mutating func personalFields(_ hash: String) -> PersonalFields? {
    if let known = personal[hash] { return known }
    guard let form = options.formLookup(hash) else { return nil }
    let fields = PersonalFields(of: form)
    personal[hash] = fields
    return fields
  }

  private mutating func addTables() {
    for (name, bytes) in FormTables(selection.records, options: options, media: store.media).files {
      files.append((BatchFolder.tables + name, .bytes(bytes)))
    }
  }

  /// The frozen ODK XML, byte for byte.
  private mutating func addSubmissions() {
    for record in selection.records {
      guard let hash = record.frozen.xml.flatMap(ContentHash.init(hex:)),
        let name = MediaName(hash: hash, fileExtension: "xml")
      else { continue }
      let path = BatchFolder.submissions + BatchPath.name(record.state.id) + ".xml"
      add(name, as: path)
    }
  }

  private mutating func addAttachments() {
    var seen: Set<MediaName> = []
    for record in selection.records {
      for name in record.attachments where seen.insert(name).inserted {
        if add(name, as: BatchFolder.media + name.fileName) { media += 1 }
      }
    }
  }

  @discardableResult
  private mutating func add(_ name: MediaName, as path: String) -> Bool {
    guard store.media.isIntact(name) else {
      missing.append(name.fileName)
      return false
    }
    files.append((path, .media(name)))
    return true
  }

  private mutating func addForms() {
    for hash in Set(selection.records.map(\.formHash)).sorted() {
      // A record without its form is better than none; the batch says that it lacks it.
      guard let key = ContentHash(hex: hash), let content = try? store.forms.files(of: key) else {
        missing.append(BatchFolder.forms + hash)
        continue
      }
      for file in content where BatchPath.isSafe(BatchFolder.forms + hash + "/" + file.name) {
        files.append((BatchFolder.forms + hash + "/" + file.name, .bytes(file.content)))
      }
    }
  }

  // MARK: - Writing

  /// The bytes of a file.
  func content(of source: Source) throws(BatchProblem) -> [UInt8] {
    switch source {
    case .bytes(let bytes): return bytes
    case .media(let name):
      do throws(MediaProblem) { return try store.media.contents(of: name) } catch { throw .media(error) }
    }
  }

  /// The manifest of the files written.
  func manifest(id: String, files: [BatchFile], signer: PublicKeys?) -> BatchManifest {
    var manifest = BatchManifest()
    let identity = store.identity
    let user = snapshot.user(of: identity.device)?.body.payload
    manifest.id = id
    manifest.created = Timestamp.text(options.now)
    manifest.program = options.application
    manifest.device = identity.device
    manifest.deviceName = identity.name
    manifest.user = user?["name"]?.stringValue ?? ""
    manifest.team = user?["team"]?.stringValue ?? ""
    manifest.audience = options.audience
    manifest.selection = options.selection.rawValue
    manifest.onlyForm = options.form
    manifest.includesPersonal = options.includesPersonal
    manifest.records = selection.records.map { record in
      BatchManifest.Record(
        id: record.state.id, version: options.includesPersonal ? record.event.hash.hex : nil, form: record.form,
        revision: record.frozen.revision)
    }
    manifest.forms = forms()
    manifest.range = range()
    manifest.media = media
    manifest.missing = missing.sorted()
    manifest.signer = signer
    manifest.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return manifest
  }

  private func forms() -> [BatchManifest.Form] {
    var forms: [BatchManifest.Form] = []
    for record in selection.records {
      if let place = forms.firstIndex(where: {
        $0.id == record.form && $0.version == record.formVersion && $0.sha256 == record.formHash
      }) {
        forms[place].records += 1
      } else {
        forms.append(
          BatchManifest.Form(id: record.form, version: record.formVersion, sha256: record.formHash, records: 1))
      }
    }
    return forms.sorted { ($0.id, $0.version, $0.sha256) < ($1.id, $1.version, $1.sha256) }
  }

  private func range() -> [BatchManifest.Stretch] {
    var stretches: [BatchManifest.Stretch] = []
    for event in selection.records.map(\.event) {
      if let place = stretches.firstIndex(where: {
        $0.device == event.device && $0.epoch == event.origin.epoch
      }) {
        stretches[place].first = min(stretches[place].first, event.number)
        stretches[place].last = max(stretches[place].last, event.number)
      } else {
        stretches.append(
          BatchManifest.Stretch(
            device: event.device, epoch: event.origin.epoch, first: event.number, last: event.number))
      }
    }
    return stretches.sorted { ($0.device, $0.epoch) < ($1.device, $1.epoch) }
  }
}
