internal import Fieldwork
internal import JSON
package import Journal
internal import Media

extension Store {
  /// Checks every line of every log, every attachment and every form definition.
  package func verify() -> VerificationReport {
    var verifier = JournalVerifier()
    for area in ["data", "peers"] {
      let files: [LogFile]
      do throws(SystemFailure) { files = try LogFile.all(below: path, area, options.fileSystem) } catch {
        verifier.add(Damage(file: area, line: 0, kind: .unreadable))
        continue
      }
      for file in files { check(file, &verifier) }
    }
    // Whether a key opens a payload shows where the key is.
    for damage in snapshot.damaged where damage.kind == .payload { verifier.add(damage) }
    checkReceived(&verifier)
    checkMedia(&verifier)
    checkForms(&verifier)
    return verifier.finish()
  }

  private func check(_ file: LogFile, _ verifier: inout JournalVerifier) {
    do throws(SystemFailure) {
      let content = try options.fileSystem.contents(of: file.path)
      verifier.add(content, label: file.label, device: file.device, name: file.name)
    } catch {
      verifier.add(Damage(file: file.label, line: 0, kind: .unreadable))
    }
  }

  private func checkReceived(_ verifier: inout JournalVerifier) {
    do throws(StoreProblem) {
      for file in try ReceivedLines.files(path, options.fileSystem) {
        for damage in ReceivedLines.damage(of: file, options.fileSystem) { verifier.add(damage) }
      }
    } catch {
      verifier.add(Damage(file: ReceivedLines.area, line: 0, kind: .unreadable))
    }
  }

  private func checkMedia(_ verifier: inout JournalVerifier) {
    let names: [MediaName]
    do throws(MediaProblem) { names = try media.names() } catch {
      verifier.add(Damage(file: "media", line: 0, kind: .unreadable))
      return
    }
    for name in names where !media.isIntact(name) {
      verifier.add(Damage(file: "media/" + name.fileName, line: 0, kind: .media))
    }
    var named: Set<String> = []
    for record in snapshot.records.values {
      for event in record.events where event.kind == .done {
        if let hash = event.body.opening["xml"]?.stringValue { named.insert(hash + ".xml") }
      }
    }
    let there = Set(names.map(\.fileName))
    for name in named.subtracting(there).sorted() where MediaName(fileName: name).map(media.contains) != true {
      verifier.add(Damage(file: "media/" + name, line: 0, kind: .mediaMissing))
    }
  }

  private func checkForms(_ verifier: inout JournalVerifier) {
    var wanted = Set(snapshot.records.values.compactMap { ContentHash(hex: $0.formHash) })
    for hash in (try? forms.hashes()) ?? [] { wanted.insert(hash) }
    for hash in wanted.sorted() where (try? forms.files(of: hash)) == nil {
      verifier.add(Damage(file: "forms/" + hash.hex, line: 0, kind: .form))
    }
  }
}
