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
    var media: Set<String> = []
    var forms: Set<ContentHash> = []
    /// Sealed payloads that their key does not open.
    var damaged: [Damage] = []

    mutating func see(_ view: LineView, _ payload: JSONObject?) {
      guard let payload else { return }
      if view.isKind("done") {
        if let hash = payload["xml"]?.stringValue { media.insert(hash + ".xml") }
      } else if view.isKind("open") || view.isKind("move") {
        if let hash = payload["sha256"]?.stringValue.flatMap(ContentHash.init(hex:)) { forms.insert(hash) }
      }
    }

    mutating func formUnion(_ other: NamedFiles) {
      media.formUnion(other.media)
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
        let damaged = ReceivedLines.damage(of: file, options.fileSystem, options.seal) { view in
          if let payload = view.body.payload { named.see(view, payload) }
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
      verifier.add(Damage(file: "media/" + name.fileName, line: 0, kind: .media))
    }
    let there = Set(names.map(\.fileName))
    for name in named.media.subtracting(there).sorted() where MediaName(fileName: name).map(media.contains) != true {
      verifier.add(Damage(file: "media/" + name, line: 0, kind: .mediaMissing))
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
