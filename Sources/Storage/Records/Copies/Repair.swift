package import Journal
internal import Media

/// What a repair brought back.
package struct RepairReport: Sendable, Equatable {
  /// Lines brought back.
  package var lines = 0
  /// Attachments brought back.
  package var media = 0
  /// Form definitions brought back.
  package var forms = 0
  /// What is still wrong.
  package var remaining = VerificationReport()
}

extension Store {
  /// Takes lost lines back from a copy: another store, a sync folder, a stick, a batch. A line is taken only when its
  /// bytes are proved by the chain, from the line after the gap backwards or, at the end of a log, from the line before
  /// it on. Of our own logs a copy may know more than we do, also behind their ends.
  package func repair(from folder: String) throws(StoreProblem) -> RepairReport {
    _ = try writing()
    var report = RepairReport()
    let copies = CopyFolder.all(below: folder, options.fileSystem).filter { $0.path != path }
    guard !copies.isEmpty else { throw .noCopy(folder) }
    let before = verify()
    let lost = LostLines(before, openEnds: try ownDevices())
    var candidates = RescuedLines()
    for copy in copies { copy.gather(into: &candidates, lost) }
    let proved = lost.proved(candidates)
    candidates.keep { _, line in proved.contains(line.hash) }
    let files: [LogFile]
    do throws(SystemFailure) { files = try candidates.write(below: path, options.fileSystem) } catch {
      throw .system(error)
    }
    _ = try take(files)
    report.lines = proved.count
    try setRubbishAside()
    // Lines that came back name files that nobody missed before.
    try bringBackFiles(proved.isEmpty ? before : verify(), copies, &report)
    report.remaining = verify()
    return report
  }

  /// Copies of other devices' logs that hold no line at all are no copies: they keep their bytes under another name.
  private func setRubbishAside() throws(StoreProblem) {
    let system = options.fileSystem
    do throws(SystemFailure) {
      for file in try LogFile.all(below: path, "peers", system) {
        let content = try system.contents(of: file.path)
        let epoch = SegmentName(fileName: file.name)?.epoch
        guard !content.isEmpty,
          epoch.map({ LogCopy(content, of: Origin(device: file.device, epoch: $0)).lines.isEmpty }) ?? true
        else { continue }
        try system.rename(file.path, file.path + ".rubbish")
      }
    } catch {
      throw .system(error)
    }
  }

  /// The devices whose logs this folder was written under.
  private func ownDevices() throws(StoreProblem) -> Set<String> {
    do throws(SystemFailure) {
      let there = try options.fileSystem.list(path + "/data").filter(\.isDirectory).map(\.name)
      return Set(there.filter(SegmentName.isName) + [identity.device])
    } catch {
      throw .system(error)
    }
  }

  private func bringBackFiles(
    _ before: VerificationReport, _ copies: [CopyFolder], _ report: inout RepairReport
  ) throws(StoreProblem) {
    for damage in before.damaged {
      let name = FileSystem.name(of: damage.file)
      for copy in copies {
        if damage.kind == .media || damage.kind == .mediaMissing, let name = MediaName(fileName: name) {
          let isTaken: Bool
          do throws(MediaProblem) { isTaken = try copy.take(name, into: media, options.seal) } catch {
            throw .media(error)
          }
          guard isTaken else { continue }
          report.media += 1
          break
        }
        if damage.kind == .form, let hash = ContentHash(hex: name) {
          guard (try? copy.forms.files(of: hash)) != nil else { continue }
          if try forms.take(hash, from: copy.forms) { report.forms += 1 }
          break
        }
      }
    }
  }
}
