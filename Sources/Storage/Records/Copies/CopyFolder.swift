internal import Journal
internal import Media
internal import Protection

/// A folder that holds a copy of what a store has: another store, a device's place in a sync folder, or a batch.
struct CopyFolder {
  /// What the folder is laid out like.
  enum Layout { case store, batch }

  let path: String
  let layout: Layout
  /// Meets files and directories only: the folder was filled by somebody else.
  let system: FileSystem

  private static let records = ["records.jsonl", "context.jsonl"]
  private static let submissions = "xml"

  /// The copies in a folder: itself, what lies in it, and what a sync put there; in order of path.
  static func all(below folder: String, _ system: FileSystem) -> [CopyFolder] {
    let folder = FileSystem.withoutSlash(folder)
    let confined = system.confined(to: folder)
    var paths = [folder]
    let shared = folder + "/" + FolderSync.folderName
    for base in [folder, shared] {
      for entry in (try? confined.list(base)) ?? [] where entry.isDirectory {
        let path = base + "/" + entry.name
        // What was never finished is no copy of anything.
        if path != shared, !entry.name.hasSuffix(".part") { paths.append(path) }
      }
    }
    return paths.compactMap { path in
      layout(of: path, confined).map { CopyFolder(path: path, layout: $0, system: confined) }
    }
  }

  private static func layout(of path: String, _ system: FileSystem) -> Layout? {
    guard let entries = try? system.list(path) else { return nil }
    if entries.contains(where: { $0.isDirectory && LogFile.areas.contains($0.name) }) { return .store }
    return entries.contains { !$0.isDirectory && $0.name == records[0] } ? .batch : nil
  }

  /// Gathers lines that are wanted.
  func gather(into lines: inout RescuedLines, _ lost: LostLines) {
    switch layout {
    case .store:
      for area in LogFile.areas {
        for file in (try? LogFile.all(below: path, area, system)) ?? [] {
          guard let name = SegmentName(fileName: file.name), lost.concerns(file.device, name.epoch),
            let content = try? system.contents(of: file.path)
          else { continue }
          lines.gather(content, device: file.device, epoch: name.epoch, lost.wants)
        }
      }
    case .batch:
      for name in Self.records {
        if let content = try? system.contents(of: path + "/" + name) { lines.gather(loose: content, lost.wants) }
      }
    }
  }

  /// Takes an attachment or a submission, if it is here and whole.
  func take(_ name: MediaName, into media: MediaStore, _ seal: (any Seal)?) throws(MediaProblem) -> Bool {
    let other = MediaStore(directory: path + "/media", fileSystem: system, seal: seal)
    if other.isIntact(name) { return try media.take(name, from: other) }
    guard let bytes = submission(name) else { return false }
    try media.add(bytes, fileExtension: name.fileExtension)
    return true
  }

  /// Whether an attachment or a submission is here and whole.
  func has(_ name: MediaName, _ seal: (any Seal)?) -> Bool {
    MediaStore(directory: path + "/media", fileSystem: system, seal: seal).isIntact(name) || submission(name) != nil
  }

  /// The submission of that hash, if this is a batch that holds it: there it has another name.
  private func submission(_ name: MediaName) -> [UInt8]? {
    guard layout == .batch, name.fileExtension == "xml" else { return nil }
    let folder = path + "/" + Self.submissions
    for entry in (try? system.list(folder)) ?? [] where !entry.isDirectory {
      if let bytes = try? system.contents(of: folder + "/" + entry.name), ContentHash(of: bytes) == name.hash {
        return bytes
      }
    }
    return nil
  }

  /// Its form definitions.
  var forms: FormArchive { FormArchive(directory: path + "/forms", fileSystem: system) }
}
