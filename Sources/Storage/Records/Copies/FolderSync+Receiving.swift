internal import Journal
internal import Media
internal import Synchronization

/// What comes out of the folder.
extension FolderSync {
  mutating func receive(_ files: [LogFile]) throws(StoreProblem) {
    var taken: [LogFile] = []
    var rescued = RescuedLines()
    var suspects: [Suspect] = []
    let device = store.identity.device
    let (ours, altered) = store.state.withLock {
      ($0.projection.lineCount(of: device), $0.projection.snapshot.alteredLines.count)
    }
    for file in files {
      do throws(SystemFailure) {
        if let copy = try receive(file, &rescued, &suspects) { taken.append(copy) }
      } catch {
        // A stick that is pulled out, a folder that is being copied: the rest goes on, and this comes next time.
        guard file.isBelow(shared), error.path.isEmpty || error.path.hasPrefix(shared) else { throw .system(error) }
        report.damaged.append(Damage(file: label(file), line: 0, kind: .unreadable))
      }
      advance()
    }
    report.linesReceived += try store.take(taken)
    store.state.withLock { state in
      rescued.keep { key, line in !state.projection.knows(key.device, key.epoch, line.number, line.hash) }
    }
    let files: [LogFile]
    do throws(SystemFailure) { files = try rescued.write(below: store.path, system) } catch { throw .system(error) }
    report.linesReceived += try store.take(files)
    store.state.withLock { state in
      report.ownLinesReceived = state.projection.lineCount(of: device) - ours
      report.altered = max(0, state.projection.snapshot.alteredLines.count - altered)
      // A place where nothing is lost is no news.
      suspects.removeAll { state.projection.knowsLines(of: $0.stretch, $0.origin) }
    }
    report.damaged += suspects.map { Damage(file: $0.file, line: $0.stretch.line, kind: $0.stretch.kind) }
  }

  /// Takes a copy of a log file when it says more than ours; tells the file that is new here. Only whole lines of the log
  /// are taken: a file as far as it is whole, and of the rest its lines.
  private mutating func receive(
    _ file: LogFile, _ rescued: inout RescuedLines, _ suspects: inout [Suspect]
  ) throws(SystemFailure) -> LogFile? {
    guard let name = SegmentName(fileName: file.name) else {
      report.damaged.append(Damage(file: label(file), line: 0, kind: .name))
      return nil
    }
    let content = try system.contents(of: file.path)
    let copy = LogCopy(content, of: Origin(device: file.device, epoch: name.epoch))
    suspects += copy.damaged.map { Suspect(file: label(file), stretch: $0, origin: copy.origin) }
    let data = store.path + "/data/" + file.device + "/" + file.name
    if system.isPresent(data) {
      if try system.contents(of: data).starts(with: copy.plain), copy.isWhole { return nil }
      // Under our own name nobody else may write: what is there beyond ours is another branch, or our lost tail. A name
      // this folder had before it came to this machine is another device's by now.
      if file.device == store.identity.device {
        rescued.gather(copy.lines, device: file.device, epoch: name.epoch)
        return nil
      }
    }
    let target = "peers/" + file.device + "/" + file.name
    let there = try system.contentsIfPresent(of: store.path + "/" + target)
    let isNew = copy.plain.starts(with: there) && copy.plain.count > there.count
    if !copy.isWhole || !isNew && !there.starts(with: copy.plain) {
      rescued.gather(copy.lines, device: file.device, epoch: name.epoch)
    }
    guard isNew else { return nil }
    try system.makeDirectories(store.path + "/peers/" + file.device)
    try system.replace(store.path + "/" + target, with: copy.plain)
    return LogFile(label: target, path: store.path + "/" + target, device: file.device, name: file.name)
  }

  /// A stretch of a copy that is no line.
  struct Suspect {
    let file: String
    let stretch: LogCopy.Stretch
    let origin: Origin
  }

  private func label(_ file: LogFile) -> String { folder(file.path) }

  /// A path as it is seen from the folder.
  private func folder(_ path: String) -> String { String(path.dropFirst(shared.count + 1)) }

  mutating func receiveForms(_ place: String) throws(StoreProblem) {
    let archive = FormArchive(directory: place + "/forms", fileSystem: system)
    var hashes: [ContentHash] = []
    do throws(StoreProblem) { hashes = try archive.hashes() } catch {
      report.damaged.append(Damage(file: folder(place) + "/forms", line: 0, kind: .unreadable))
    }
    for hash in hashes where (try? store.forms.files(of: hash)) == nil {
      // A definition that is half copied comes next time.
      guard (try? archive.files(of: hash)) != nil else { continue }
      if try store.forms.take(hash, from: archive) { report.formsReceived += 1 }
    }
  }

  mutating func receiveMedia(_ place: String) throws(StoreProblem) {
    let there = MediaStore(directory: place + "/media", fileSystem: system)
    let ours: Set<MediaName>
    do throws(MediaProblem) { ours = Set(try store.media.names()) } catch { throw .media(error) }
    var names: [MediaName] = []
    do throws(MediaProblem) { names = try there.names() } catch {
      report.damaged.append(Damage(file: folder(place) + "/media", line: 0, kind: .unreadable))
    }
    for name in names where !ours.contains(name) {
      do throws(MediaProblem) {
        if try store.media.take(name, from: there) { report.mediaReceived += 1 }
      } catch {
        let isTheirs: Bool =
          switch error {
          case .changed: true
          case .system(let failure): failure.path.hasPrefix(place)
          case .badExtension, .sealed: true
          }
        guard isTheirs else { throw .media(error) }
        report.damaged.append(Damage(file: "media/" + name.fileName, line: 0, kind: .media))
      }
    }
  }
}
