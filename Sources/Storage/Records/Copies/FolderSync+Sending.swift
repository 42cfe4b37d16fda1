internal import Journal
internal import Media

/// What goes into the folder.
extension FolderSync {
  /// Copies one log file, whole lines that are on our medium only.
  mutating func send(_ file: LogFile, upTo synced: (name: SegmentName, bytes: Int)?) throws(StoreProblem) {
    defer { advance() }
    do throws(SystemFailure) {
      var content = try system.contents(of: file.path)
      if let synced, file.device == store.identity.device, file.label.hasPrefix("data/"),
        file.name == synced.name.fileName
      {
        content = Array(content.prefix(synced.bytes))
      }
      // Of what others wrote, lines only: whatever else got into the store goes no further.
      if !file.label.hasPrefix("data/") {
        guard let name = SegmentName(fileName: file.name) else { return }
        content = LogCopy(content, of: Origin(device: file.device, epoch: name.epoch)).lines
      }
      // A torn end is of no use to anybody, and a head of ours names it.
      content.removeSubrange((content.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...)
      if content.isEmpty { return }
      let target = own + "/" + file.label
      let there = try system.contentsIfPresent(of: target)
      if there.starts(with: content) { return }
      if !content.starts(with: there), isWholeLog(there, of: file) {
        // Another branch under our name: it keeps its file, ours goes beside it.
        guard file.label.hasPrefix("data/") else { return }
        let branch = own + "/peers/" + file.device + "/" + file.name
        if try system.contentsIfPresent(of: branch) == content { return }
        return try copy(content, to: branch, there: [])
      }
      try copy(content, to: target, there: there)
    } catch {
      throw .system(error)
    }
  }

  private mutating func copy(_ content: [UInt8], to target: String, there: [UInt8]) throws(SystemFailure) {
    try system.makeDirectories(FileSystem.parent(of: target))
    try system.replace(target, with: content)
    // A stick may take bytes and give others back.
    guard try system.contents(of: target) == content else {
      throw SystemFailure(.write, code: SystemFailure.noProgress, path: target)
    }
    report.filesSent += 1
    report.linesSent += content.count { $0 == 0x0A } - there.count { $0 == 0x0A }
  }

  private func isWholeLog(_ content: [UInt8], of file: LogFile) -> Bool {
    var isWhole = !content.isEmpty
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { if $0.view == nil { isWhole = false } }
    }
    return isWhole
  }

  mutating func sendForms() throws(StoreProblem) {
    let archive = FormArchive(directory: own + "/forms", fileSystem: system)
    for hash in try store.forms.hashes() where (try? store.forms.files(of: hash)) != nil {
      if try archive.take(hash, from: store.forms) { report.formsSent += 1 }
    }
  }

  mutating func sendMedia() throws(StoreProblem) {
    let there = MediaStore(directory: own + "/media", fileSystem: system)
    do throws(MediaProblem) {
      // One that was cut off there is sent again; `verify` of the copy finds what a quick look does not.
      for name in try store.media.names() where !there.hasSize(of: name, in: store.media) && store.media.isIntact(name)
      {
        if try there.take(name, from: store.media) { report.mediaSent += 1 }
      }
    } catch {
      throw .media(error)
    }
  }
}
