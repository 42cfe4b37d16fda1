internal import Dispatch
internal import JSON
package import Journal
internal import Media
internal import Protection
internal import Synchronization

extension Store {
  /// Checks every line of every log, every attachment and every form definition.
  package func verify() -> VerificationReport {
    var verifier = JournalVerifier()
    for (origin, number) in state.withLock({ $0.projection.expected }) {
      verifier.expect(device: origin.device, epoch: origin.epoch, upTo: number)
    }
    verifier.own(device: identity.device, epoch: identity.epoch)
    verifier.vouch(for: snapshot.vouchedLines)
    if options.seal == nil, LostLock.isLost(path, options.fileSystem) {
      verifier.add(Damage(file: LostLock.file, line: 0, kind: .lockMissing))
    }
    var files: [LogFile] = []
    for area in LogFile.areas {
      do throws(SystemFailure) { files += try LogFile.all(below: path, area, options.fileSystem) } catch {
        verifier.add(Damage(file: area, line: 0, kind: .unreadable))
      }
    }
    var named = NamedFiles()
    check(files, &verifier, &named)
    checkReceived(&verifier, &named)
    checkMedia(&verifier, named)
    checkForms(&verifier, named)
    return verifier.finish()
  }

  /// Files that lines speak of.
  private struct NamedFiles: Sendable {
    /// With a record that names each.
    var media: [String: String] = [:]
    var forms: Set<ContentHash> = []
    /// Sealed payloads that their key does not open.
    var damaged: [Damage] = []

    mutating func see(_ view: LineView, _ payload: JSONObject?) {
      guard let payload else { return }
      if view.isKind("done") {
        let record = view.record ?? ""
        if let hash = payload["xml"]?.stringValue { media[hash + ".xml"] = record }
        if let answers = payload["submission"]?["answers"] { see(answers, of: record) }
      } else if view.isKind("set") {
        if let value = payload["value"] { see(value, of: view.record ?? "") }
      } else if view.isKind("open") || view.isKind("move") {
        if let hash = payload["sha256"]?.stringValue.flatMap(ContentHash.init(hex:)) { forms.insert(hash) }
      }
    }

    /// Attachments among the answers.
    private mutating func see(_ value: JSONValue, of record: String) {
      switch value {
      case .string(let text): if text.utf8.count > 64, MediaName(fileName: text) != nil { media[text] = record }
      case .array(let elements): for element in elements { see(element, of: record) }
      case .object(let object): for member in object { see(member.value, of: record) }
      case .null, .bool, .number: break
      }
    }

    mutating func formUnion(_ other: NamedFiles) {
      media.merge(other.media) { first, _ in first }
      forms.formUnion(other.forms)
    }
  }

  /// Reads files on all processors.
  private func check(_ files: [LogFile], _ verifier: inout JournalVerifier, _ named: inout NamedFiles) {
    let results = Mutex([(check: JournalVerifier.FileCheck?, named: NamedFiles)?](repeating: nil, count: files.count))
    let (system, seal) = (options.fileSystem, options.seal)
    DispatchQueue.concurrentPerform(iterations: files.count) { place in
      let file = files[place]
      var named = NamedFiles()
      let check = (try? system.contents(of: file.path)).map { content in
        JournalVerifier.scan(content, label: file.label, device: file.device, name: file.name) { line, view, payload in
          guard view.isSealed else { return named.see(view, payload) }
          // Whether a key opens a payload shows where the key is.
          let opened = OpenedPayload(view, seal)
          if opened.isDamaged { named.damaged.append(Damage(file: file.label, line: line, kind: .payload)) }
          named.see(view, opened.body.payload)
        }
      }
      let result = (check, named)
      results.withLock { $0[place] = result }
    }
    for (file, result) in zip(files, results.withLock { $0 }) {
      if let check = result?.check {
        verifier.add(check)
      } else {
        verifier.add(Damage(file: file.label, line: 0, kind: .unreadable))
      }
      guard let result else { continue }
      named.formUnion(result.named)
      for damage in result.named.damaged { verifier.add(damage) }
    }
  }

  private func checkReceived(_ verifier: inout JournalVerifier, _ named: inout NamedFiles) {
    do throws(StoreProblem) {
      for file in try ReceivedLines.files(path, options.fileSystem) {
        let damaged = ReceivedLines.damage(of: file, options.fileSystem, options.seal) { line, view in
          if let payload = view.body.payload { named.see(view, payload) }
          verifier.add(loose: view, name: OpenedLine.name(of: view), label: file.label, line: line)
        }
        for damage in damaged { verifier.add(damage) }
      }
    } catch {
      verifier.add(Damage(file: ReceivedLines.area, line: 0, kind: .unreadable))
    }
  }

  private func checkMedia(_ verifier: inout JournalVerifier, _ named: NamedFiles) {
    let names: [MediaName]
    do throws(MediaProblem) { names = try media.names() } catch {
      verifier.add(Damage(file: "media", line: 0, kind: .unreadable))
      return
    }
    for name in names where !media.isIntact(name) {
      verifier.add(
        Damage(file: "media/" + name.fileName, line: 0, kind: .media, record: named.media[name.fileName]))
    }
    let there = Set(names.map(\.fileName))
    // One that lies sealed has another name.
    for (name, record) in named.media.sorted(by: { $0.key < $1.key })
    where !there.contains(name) && MediaName(fileName: name).map(media.isIntact) != true {
      // Without a key nobody can say which sealed file it is.
      if options.seal?.sealedNames(of: name).isEmpty == false || !names.contains(where: \.isSealed) {
        verifier.add(Damage(file: "media/" + name, line: 0, kind: .mediaMissing, record: record))
      }
    }
  }

  private func checkForms(_ verifier: inout JournalVerifier, _ named: NamedFiles) {
    var wanted = named.forms.union(snapshot.records.values.compactMap { ContentHash(hex: $0.formHash) })
    for hash in (try? forms.hashes()) ?? [] { wanted.insert(hash) }
    for hash in wanted.sorted() where (try? forms.files(of: hash)) == nil {
      verifier.add(Damage(file: "forms/" + hash.hex, line: 0, kind: .form))
    }
  }
}
