internal import JSON
package import Journal
internal import Media
internal import Records

/// Checks batches to the last byte.
package struct BatchReader {
  private let path: String
  private let system: FileSystem
  private var report: BatchReport
  /// Each fault is reported once, and a batch of nothing but faults is still read in one pass.
  private var named: Set<BatchFault> = []
  /// What was found below the folder.
  private var found: Set<String> = []

  /// Checks a batch. Whatever it is given it answers; a sealed batch is checked as far as that goes without the key.
  package static func verify(path: String, keys: KeyStore?, fileSystem: FileSystem = .live) -> BatchReport {
    // A batch comes from outside: links in it are not followed.
    let path = FileSystem.withoutSlash(path)
    let strangers = fileSystem.strangers(below: path, depth: 4)
    var reader = BatchReader(path: path, system: fileSystem.confined(to: path), report: BatchReport(path: path))
    for stranger in strangers { reader.fault(stranger, .special) }
    reader.read(keys)
    reader.report.faults.sort { ($0.file, $0.line, $0.kind.word) < ($1.file, $1.line, $1.kind.word) }
    return reader.report
  }

  private mutating func read(_ keys: KeyStore?) {
    if path.hasSuffix(".part") || path.hasSuffix(".part/") { fault("", .unfinished) }
    list("", depth: 0)
    if found.contains(BatchFolder.sealed) { return readSealed() }
    guard let bytes = content(BatchManifest.fileName) else {
      checkSums(manifest: nil)
      return
    }
    report.manifest = BatchManifest(bytes: bytes)
    guard let manifest = report.manifest else {
      fault(BatchManifest.fileName, BatchManifest.unsafePath(in: bytes).map { .path($0) } ?? .manifest)
      checkSums(manifest: bytes)
      return
    }
    checkSignature(manifest, bytes, keys)
    checkSums(manifest: bytes)
    for file in manifest.files { check(file) }
    let known = Set(manifest.files.map(\.path))
      .union([BatchManifest.fileName, BatchManifest.sumsName, ManifestSignature.fileName])
    for path in found.subtracting(known) { fault(path, .extra) }
    if manifest.signer == nil, found.contains(ManifestSignature.fileName) { fault(ManifestSignature.fileName, .extra) }
    checkLines(manifest)
    checkForms(manifest)
  }

  private mutating func fault(_ file: String, line: Int = 0, _ kind: BatchFault.Kind) {
    let fault = BatchFault(file: file, line: line, kind)
    if named.insert(fault).inserted { report.faults.append(fault) }
  }

  private mutating func list(_ directory: String, depth: Int) {
    let entries: [DirectoryEntry]
    do throws(SystemFailure) {
      entries = try system.list(directory.isEmpty ? path : path + "/" + directory)
    } catch {
      return fault(directory, .unreadable)
    }
    for entry in entries {
      let name = directory.isEmpty ? entry.name : directory + "/" + entry.name
      if !entry.isDirectory {
        found.insert(name)
      } else if depth < 3 {
        list(name, depth: depth + 1)
      } else {
        fault(name, .extra)
      }
    }
  }

  /// A file's bytes; what keeps us from having them is a fault.
  private mutating func content(_ name: String) -> [UInt8]? {
    do throws(SystemFailure) { return try system.contents(of: path + "/" + name) } catch {
      // A link has been named already.
      if error.code != SystemFailure.notPlain { fault(name, error.isMissing ? .missing : .unreadable) }
      return nil
    }
  }

  private mutating func check(_ name: String, sha256: String) {
    do throws(SystemFailure) {
      if try system.digest(of: path + "/" + name).hash.hex != sha256 { fault(name, .changed) }
    } catch {
      if error.code != SystemFailure.notPlain { fault(name, error.isMissing ? .missing : .unreadable) }
    }
  }

  private mutating func check(_ file: BatchFile) {
    check(file.path, sha256: file.sha256)
    // An attachment has the hash of its bytes for a name, whatever the manifest says.
    if file.path.hasPrefix(BatchFolder.media),
      MediaName(fileName: FileSystem.name(of: file.path))?.hash.hex != file.sha256
    {
      fault(file.path, .changed)
    }
  }
}

// MARK: - Manifest, sums and signature

extension BatchReader {
  private mutating func checkSignature(_ manifest: BatchManifest, _ bytes: [UInt8], _ keys: KeyStore?) {
    guard let signer = manifest.signer else { return }
    report.signature = .bad
    guard let file = content(ManifestSignature.fileName) else { return }
    guard let signature = ManifestSignature(bytes: file) else { return fault(ManifestSignature.fileName, .changed) }
    report.signature = signature.verdict(on: bytes, keys: keys)
    if report.signature == .bad || signature.keys != signer {
      report.signature = .bad
      // Either of the two was changed; the list of sums, which knows the manifest, tells when it was not this one.
      fault(ManifestSignature.fileName, .signature)
    }
  }

  /// The list of sums must be what the manifest says, byte for byte. Without a manifest it is what files are checked by.
  private mutating func checkSums(manifest bytes: [UInt8]?) {
    guard let sums = content(BatchManifest.sumsName) else { return }
    let lines = String(decoding: sums, as: UTF8.self).split(separator: "\n")
    // A manifest that its signature vouches for is right, whatever the list says.
    let isVouched = report.signature != .bad && report.signature != .unsigned
    var isManifestSuspect = false
    if let bytes, !isVouched {
      isManifestSuspect =
        (lines.last.map(String.init) ?? "") != ContentHash(of: bytes).hex + "  " + BatchManifest.fileName
      if isManifestSuspect { fault(BatchManifest.fileName, .changed) }
    }
    if let manifest = report.manifest, let bytes {
      // Without a signature nobody can say which of the two it was: both are named.
      let isExplained = isManifestSuspect && report.signature == .bad
      if manifest.sums(manifest: bytes) != sums, !isExplained { fault(BatchManifest.sumsName, .changed) }
      return
    }
    for line in lines.dropLast() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, BatchPath.isSafe(String(parts[1].drop { $0 == " " })) else {
        fault(BatchManifest.sumsName, .changed)
        continue
      }
      let name = String(parts[1].drop { $0 == " " })
      check(name, sha256: String(parts[0]))
    }
  }

  private mutating func readSealed() {
    guard let bytes = content(BatchFolder.sealed) else { return }
    for path in found where path != BatchFolder.sealed { fault(path, .extra) }
    guard let frames = SealedFrames(bytes) else { return fault(BatchFolder.sealed, .sealed) }
    report.sealedFor = frames.header.recipient.fingerprint
  }
}

// MARK: - Lines and forms

extension BatchReader {
  private mutating func checkLines(_ manifest: BatchManifest) {
    let kind = manifest.includesPersonal ? EventKind.done.name : SharedLine.kind
    var versions: [String: LineHash] = [:]
    let submissions = Dictionary(
      manifest.files.filter { $0.path.hasPrefix(BatchFolder.submissions) }.map { ($0.path, $0.sha256) },
      uniquingKeysWith: { first, _ in first })
    let missing = Set(manifest.missing)
    if let bytes = content(BatchFolder.records) {
      let read = BatchLines(bytes, file: BatchFolder.records)
      for fault in read.faults { self.fault(fault.file, line: fault.line, fault.kind) }
      for line in read.lines {
        guard line.kind == kind, let record = line.record, versions[record] == nil else {
          fault(BatchFolder.records, line: line.number, .foreignLine)
          continue
        }
        versions[record] = line.hash
        report.records += 1
        if manifest.includesPersonal { checkAttachments(of: line, record, submissions, missing) }
      }
    }
    for record in manifest.records {
      let version = versions.removeValue(forKey: record.id)
      if version == nil || record.version != nil && record.version != version?.hex {
        fault(BatchFolder.records, .recordMissing(record.id))
      }
    }
    for record in versions.keys { fault(BatchFolder.records, .recordUnknown(record)) }
    if found.contains(BatchFolder.context), let bytes = content(BatchFolder.context) {
      for fault in BatchLines(bytes, file: BatchFolder.context).faults {
        self.fault(fault.file, line: fault.line, fault.kind)
      }
    }
  }

  private mutating func checkAttachments(
    of line: BatchLines.Line, _ record: String, _ submissions: [String: String], _ missing: Set<String>
  ) {
    if let hash = line.payload["xml"]?.stringValue, !missing.contains(hash + ".xml") {
      let path = BatchFolder.submissions + BatchPath.name(record) + ".xml"
      if submissions[path] != hash {
        fault(BatchFolder.records, line: line.number, .attachmentMissing(record: record, name: hash + ".xml"))
      }
    }
    let content = SubmissionContent(line.payload["submission"]?.objectValue ?? JSONObject())
    for name in Attachments.names(in: content.answers) where !missing.contains(name.fileName) {
      if !found.contains(BatchFolder.media + name.fileName) {
        fault(BatchFolder.records, line: line.number, .attachmentMissing(record: record, name: name.fileName))
      }
    }
  }

  /// The forms there must be what their hashes say, and those that records name must be there or said to be missing.
  private mutating func checkForms(_ manifest: BatchManifest) {
    let missing = Set(manifest.missing)
    let archive = FormArchive(directory: path + "/" + BatchFolder.forms.dropLast(), fileSystem: system)
    let names = found.filter { $0.hasPrefix(BatchFolder.forms) }
    let there = Set(names.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    for form in manifest.forms where !there.contains(form.sha256) && !missing.contains(BatchFolder.forms + form.sha256)
    {
      fault(BatchFolder.forms + form.sha256, .missing)
    }
    for hash in there {
      guard let key = ContentHash(hex: hash), (try? archive.files(of: key)) != nil else {
        fault(BatchFolder.forms + hash, .form)
        continue
      }
    }
  }
}
