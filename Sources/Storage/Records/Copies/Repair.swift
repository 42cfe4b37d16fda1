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
  /// Takes lost lines back from a copy: another store, a sync folder, a stick. A line is taken only when its bytes are
  /// proved by the chain, from the line after the gap backwards or, at the end of a log, from the line before it on.
  package func repair(from folder: String) throws(StoreProblem) -> RepairReport {
    _ = try writing()
    var report = RepairReport()
    let before = verify()
    var candidates = RescuedLines()
    let roots = CopyFinder.roots(below: folder, options.fileSystem)
    let wanted = Set(before.gaps.map { RescuedLines.Key(device: $0.device, epoch: $0.epoch) })
    for root in roots { gather(root, wanted, &candidates) }
    var proved: Set<LineHash> = []
    for gap in before.gaps { prove(gap, candidates, &proved) }
    candidates.keep { _, line in proved.contains(line.hash) }
    let files: [LogFile]
    do throws(SystemFailure) { files = try candidates.write(below: path, options.fileSystem) } catch {
      throw .system(error)
    }
    report.lines = try take(files)
    try bringBackFiles(before, roots, &report)
    report.remaining = verify()
    return report
  }

  private func gather(_ root: String, _ wanted: Set<RescuedLines.Key>, _ candidates: inout RescuedLines) {
    for area in LogFile.areas {
      for file in (try? LogFile.all(below: root, area, options.fileSystem)) ?? [] {
        guard let name = SegmentName(fileName: file.name),
          wanted.contains(RescuedLines.Key(device: file.device, epoch: name.epoch)),
          let content = try? options.fileSystem.contents(of: file.path)
        else { continue }
        candidates.gather(content, device: file.device, epoch: name.epoch)
      }
    }
  }

  private func prove(_ gap: Gap, _ candidates: RescuedLines, _ proved: inout Set<LineHash>) {
    let lines = candidates.lines[RescuedLines.Key(device: gap.device, epoch: gap.epoch)] ?? []
    let byHash = Dictionary(lines.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
    var next = gap.next
    var number = gap.to
    while number >= gap.from, let hash = next, let line = byHash[hash], line.number == number {
      proved.insert(hash)
      next = line.previous
      number -= 1
    }
    // Forwards, each line must name the one before; where two do, the log was forked and neither is proved.
    var last = gap.before
    number = gap.from
    while gap.next == nil, number <= gap.to {
      let followers = Set(lines.filter { $0.number == number && $0.previous == last }.map(\.hash))
      guard followers.count == 1, let hash = followers.first else { break }
      proved.insert(hash)
      last = hash
      number += 1
    }
  }

  private func bringBackFiles(
    _ before: VerificationReport, _ roots: [String], _ report: inout RepairReport
  ) throws(StoreProblem) {
    for damage in before.damaged {
      let name = FileSystem.name(of: damage.file)
      for root in roots where root != path {
        if damage.kind == .media || damage.kind == .mediaMissing, let name = MediaName(fileName: name) {
          let other = MediaStore(
            directory: root + "/media", fileSystem: options.fileSystem, seal: options.seal)
          guard other.isIntact(name) else { continue }
          do throws(MediaProblem) { if try media.take(name, from: other) { report.media += 1 } } catch {
            throw .media(error)
          }
          break
        }
        if damage.kind == .form, let hash = ContentHash(hex: name) {
          let other = FormArchive(directory: root + "/forms", fileSystem: options.fileSystem)
          guard (try? other.files(of: hash)) != nil else { continue }
          if try forms.take(hash, from: other) { report.forms += 1 }
          break
        }
      }
    }
  }
}
