internal import JSON
package import Journal
internal import Media
internal import Synchronization

/// What a folder known from the journal has of what is lost here.
package struct CopyOffer: Sendable, Equatable {
  /// What is offered.
  package enum Content: Sendable, Equatable {
    /// Lines of a log, from one number to another.
    case lines(device: String, epoch: String, from: UInt64, to: UInt64)
    /// An attachment, a submission or a form definition, by its place in the store.
    case file(String)
  }

  /// The folder: what `repair --from` is given.
  package let folder: String
  /// What is offered.
  package let content: Content
}

extension Store {
  /// What can be taken back, and from where: folders of earlier exchanges and batches that are there now.
  package func offers(for report: VerificationReport) -> [CopyOffer] {
    let files = report.damaged.filter { [.media, .mediaMissing, .form].contains($0.kind) }
    guard !(report.gaps.isEmpty && report.contradicted.isEmpty && files.isEmpty) else { return [] }
    let lost = LostLines(report)
    var offers: [CopyOffer] = []
    for folder in knownFolders {
      let copies = CopyFolder.all(below: folder, options.fileSystem).filter { $0.path != path }
      var candidates = RescuedLines()
      for copy in copies { copy.gather(into: &candidates, lost) }
      let proved = lost.proved(candidates)
      for (key, lines) in candidates.lines.sorted(by: { ($0.key.device, $0.key.epoch) < ($1.key.device, $1.key.epoch) })
      {
        for run in Self.runs(Set(lines.filter { proved.contains($0.hash) }.map(\.number))) {
          let content = CopyOffer.Content.lines(
            device: key.device, epoch: key.epoch, from: run.lowerBound, to: run.upperBound)
          offers.append(CopyOffer(folder: folder, content: content))
        }
      }
      for damage in files where copies.contains(where: { has(damage, $0) }) {
        offers.append(CopyOffer(folder: folder, content: .file(damage.file)))
      }
    }
    return offers
  }

  private func has(_ damage: Damage, _ copy: CopyFolder) -> Bool {
    let name = FileSystem.name(of: damage.file)
    if damage.kind == .form { return ContentHash(hex: name).map { (try? copy.forms.files(of: $0)) != nil } ?? false }
    return MediaName(fileName: name).map { copy.has($0, options.seal) } ?? false
  }

  /// Folders that the journal names, the latest first.
  private var knownFolders: [String] {
    let snapshot = snapshot
    var folders: [String] = []
    for event in (snapshot.exports + snapshot.imports).sorted(by: Event.isBefore).reversed() {
      let payload = event.body.payload
      guard var folder = (payload?["to"] ?? payload?["from"])?.stringValue, !folder.isEmpty else { continue }
      if payload?["formats"] == ["journal"], FileSystem.name(of: folder) == FolderSync.folderName {
        folder = FileSystem.parent(of: folder)
      }
      if !folders.contains(folder) { folders.append(folder) }
    }
    return folders
  }

  private static func runs(_ numbers: Set<UInt64>) -> [ClosedRange<UInt64>] {
    var runs: [ClosedRange<UInt64>] = []
    for number in numbers.sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }
}
