import Fieldwork
import Glibc
import JSON
import Journal
import Media
import TestSupport
import Testing

@testable import Records

/// Sticks that somebody else filled: hostile, damaged, write-protected.
@Suite struct StickTests {
  private let stick = TemporaryFolder()
  private let one = Laptop("Máy 1", seed: 1)
  private let two = Laptop("Máy 2", seed: 2, time: 1_795_212_900_000)

  private func filled(_ laptop: Laptop) throws -> Store {
    let store = try laptop.open()
    let form = try store.forms.add([FormArchive.File(name: "form.yaml", content: Array("form_id: a\n".utf8))])
    try store.appendAndWait([
      .open(record: Sample.record, form: "a", version: "1", sha256: form.hex, visit: nil, zone: "UTC"),
      Sample.set("a", "1"), Sample.set("b", "2"), Sample.done(),
    ])
    return store
  }

  private func log(_ store: Store, in folder: String) throws -> (path: String, content: [UInt8]) {
    let directory = folder + "/data/" + store.identity.device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    return (directory + "/" + name, try FileSystem.live.contents(of: directory + "/" + name))
  }

  private func files(below folder: String) throws -> [String] {
    try FileSystem.live.list(folder).flatMap { entry -> [String] in
      entry.isDirectory
        ? try files(below: folder + "/" + entry.name).map { entry.name + "/" + $0 } : [entry.name]
    }
  }

  @Test func linksAndPipesAreNamedAndPassedOver() throws {
    let secret = one.path + "/secret"
    try FileSystem.live.replace(secret, with: Array("khóa riêng\n".utf8))
    let place = stick.path + "/khaosat/zzzzzzzzzz"
    for area in ["/data/zzzzzzzzzz", "/media", "/forms"] { try FileSystem.live.makeDirectories(place + area) }
    try FileSystem.live.makeDirectories(stick.path + "/elsewhere/data/yyyyyyyyyy")
    try FileSystem.live.replace(stick.path + "/elsewhere/data/yyyyyyyyyy/aaaa-0001.jsonl", with: Array("{}\n".utf8))
    symlink(secret, place + "/data/zzzzzzzzzz/aaaa-0001.jsonl")
    mkfifo(place + "/data/zzzzzzzzzz/dddd-0001.jsonl", 0o600)
    symlink(secret, place + "/media/" + ContentHash(of: Array("khóa riêng\n".utf8)).hex + ".txt")
    symlink(stick.path + "/elsewhere", stick.path + "/khaosat/yyyyyyyyyy")
    let store = try filled(two)
    let report = try FolderSync(store, with: stick.path).run()
    #expect(report.damaged.allSatisfy { $0.kind == .special })
    #expect(
      Set(report.damaged.map(\.file)) == [
        "yyyyyyyyyy", "zzzzzzzzzz/data/zzzzzzzzzz/aaaa-0001.jsonl", "zzzzzzzzzz/data/zzzzzzzzzz/dddd-0001.jsonl",
        "zzzzzzzzzz/media/" + ContentHash(of: Array("khóa riêng\n".utf8)).hex + ".txt",
      ])
    #expect(report.linesReceived == 0 && report.mediaReceived == 0 && report.linesSent > 0)
    #expect(try store.media.names().isEmpty)
    let peers = try files(below: store.path).filter { $0.hasPrefix("peers/") }
    #expect(peers.isEmpty)
    #expect(try store.repair(from: stick.path).lines == 0)
    try store.close()
  }

  @Test func ourPlaceInTheFolderMustNotLeadElsewhere() throws {
    let store = try filled(one)
    let elsewhere = TemporaryFolder()
    try FileSystem.live.makeDirectories(stick.path + "/khaosat")
    symlink(elsewhere.path, stick.path + "/khaosat/" + store.identity.device)
    #expect(throws: StoreProblem.self) { try FolderSync(store, with: stick.path).run() }
    #expect(try FileSystem.live.list(elsewhere.path).isEmpty)
    try store.close()
  }

  @Test func whatIsNoLineOfALogGoesNoFurther() throws {
    let store = try filled(one)
    try FileSystem.live.makeDirectories(store.path + "/peers/zzzzzzzzzz")
    try FileSystem.live.replace(store.path + "/peers/zzzzzzzzzz/aaaa-0001.jsonl", with: Array("khóa\n".utf8))
    _ = try FolderSync(store, with: stick.path).run()
    let sent = try files(below: stick.path).filter { $0.contains("zzzzzzzzzz") }
    #expect(sent.isEmpty)
    try store.close()
  }

  @Test func rubbishAmongTheCopiesIsSetAside() throws {
    let store = try filled(one)
    _ = try FolderSync(store, with: stick.path).run()
    let place = store.path + "/peers/zzzzzzzzzz"
    try FileSystem.live.makeDirectories(place)
    try FileSystem.live.replace(place + "/aaaa-0001.jsonl", with: Array("rác\nrác\n".utf8))
    try store.close()
    let again = try one.open()
    #expect(!again.verify().damaged.isEmpty)
    #expect(try again.repair(from: stick.path).remaining.isClean)
    #expect(try files(below: place) == ["aaaa-0001.jsonl.rubbish"])
    try again.close()
    #expect(try one.open(writes: false).verify().isClean)
  }

  @Test func rubbishOnAStickDoesNotSpoilTheStore() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    let place = stick.path + "/khaosat/" + first.identity.device + "/data/" + first.identity.device
    try FileSystem.live.replace(
      place + "/abcd-0001.jsonl", with: (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 131) })
    try FileSystem.live.replace(place + "/khong phai.jsonl", with: [1])
    let second = try two.open()
    for _ in 0..<2 {
      let report = try FolderSync(second, with: stick.path).run()
      #expect(!report.damaged.isEmpty)
      #expect(second.verify().isClean, "\(second.verify())")
    }
    #expect(second.snapshot.records[Sample.record]?.status == .finalised)
    // The file is taken away: everything is well at once.
    unlink(place + "/abcd-0001.jsonl")
    unlink(place + "/khong phai.jsonl")
    #expect(try FolderSync(second, with: stick.path).run().damaged.isEmpty)
    try second.close()
  }

  @Test func aDamagedCopyIsNoNewsWhereTheGoodLineIsKnown() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    let second = try two.open()
    _ = try FolderSync(second, with: stick.path).run()
    let (path, content) = try log(first, in: stick.path + "/khaosat/" + first.identity.device)
    var damaged = content
    damaged[content.count / 2] ^= 1
    try FileSystem.live.replace(path, with: damaged)
    #expect(try FolderSync(second, with: stick.path).run().damaged.isEmpty)
    #expect(second.verify().isClean)
    // Whoever does not know the line is told.
    let third = try Laptop("Máy 3", seed: 3).open()
    try FileSystem.live.replace(path, with: damaged)
    for name in try FileSystem.live.list(stick.path + "/khaosat").map(\.name) where name != first.identity.device {
      try Laptop.copy(stick.path + "/khaosat/" + name, stick.path + "/aside")
      rename(stick.path + "/khaosat/" + name, stick.path + "/aside-" + name)
    }
    let report = try FolderSync(third, with: stick.path).run()
    #expect(report.damaged.map(\.kind) == [.checksum])
    #expect(third.verify().damaged.isEmpty && third.verify().gaps.count == 1)
    for store in [first, second, third] { try store.close() }
  }

  @Test func aWriteProtectedStickIsRead() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    for protected in [stick.path, stick.path + "/empty"] {
      try FileSystem.live.makeDirectories(protected)
      var system = FileSystem.live
      system.mkdir = { path throws(SystemFailure) in
        if path.hasPrefix(protected) { throw SystemFailure(.mkdir, code: EROFS, path: path) }
        try FileSystem.live.mkdir(path)
      }
      system.open = { path, intent throws(SystemFailure) in
        if path.hasPrefix(protected), intent == .create { throw SystemFailure(.open, code: EROFS, path: path) }
        return try FileSystem.live.open(path, intent)
      }
      let laptop = Laptop("Máy 2", seed: 2)
      let store = try Store.open(at: laptop.path, options: laptop.options(fileSystem: system))
      let report = try FolderSync(store, with: protected).run()
      #expect(report.unsent?.code == EROFS && report.linesSent == 0)
      #expect((store.snapshot.records[Sample.record]?.status == .finalised) == (protected == stick.path))
      // Nothing went, so nothing counts as saved elsewhere.
      #expect(store.snapshot.lastBackup(of: store.identity.device) == nil)
      try store.close()
    }
  }

  @Test func aFullStickIsNamed() throws {
    var system = FileSystem.live
    let prefix = stick.path
    let files = Calls()
    system.write = { file, bytes throws(SystemFailure) in
      if readlink(file).hasPrefix(prefix), files.next() >= 0 { throw SystemFailure(.write, code: ENOSPC, path: "") }
      return try FileSystem.live.write(file, bytes)
    }
    let store = try Store.open(at: one.path, options: one.options(fileSystem: system))
    try store.appendAndWait([Sample.open()])
    let failure = #expect(throws: StoreProblem.self) { try FolderSync(store, with: stick.path).run() }
    #expect(failure?.systemFailure?.path.hasPrefix(prefix) == true && failure?.systemFailure?.isFull == true)
    try store.close()
  }

  private func readlink(_ file: Int32) -> String {
    var target = [CChar](repeating: 0, count: 4096)
    let count = Glibc.readlink("/proc/self/fd/\(file)", &target, target.count - 1)
    return String(decoding: target.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test func theStoreItselfIsNoFolderToExchangeWith() throws {
    let store = try filled(one)
    for folder in [store.path, store.path + "/media/.."] {
      try FileSystem.live.makeDirectories(store.path + "/media")
      #expect(throws: StoreProblem.insideStore(folder)) { try FolderSync(store, with: folder).run() }
    }
    #expect(throws: StoreProblem.noCopy(stick.path)) { try store.repair(from: stick.path) }
    try store.close()
  }

  @Test func aTailThatIsGoneComesBackFromACopy() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    let (path, content) = try log(first, in: one.path)
    let lines = content.split(separator: 0x0A).map { Array($0) + [0x0A] }
    try FileSystem.live.replace(path, with: lines.prefix(3).flatMap(\.self))
    unlink(one.path + "/cache/state")
    for way in ["repair", "sync"] {
      let laptop = Laptop("Máy 1", seed: 9, time: 1_795_213_000_000)
      try one.copied(as: laptop)
      let store = try laptop.open()
      #expect(store.snapshot.records[Sample.record]?.status == .draft)
      if way == "repair" {
        #expect(try store.repair(from: stick.path).lines == lines.count - 1 - 3)
      } else {
        #expect(try FolderSync(store, with: stick.path).run().ownLinesReceived == lines.count - 1 - 3)
      }
      #expect(store.snapshot.records[Sample.record]?.status == .finalised)
      #expect(store.snapshot.forks.isEmpty && store.verify().isClean)
      try store.appendAndWait([Sample.note()])
      try store.close()
      #expect(try laptop.open(writes: false).verify().isClean)
    }
  }

  @Test func aCheckSaysWhereLinesAndFilesCanBeTakenFrom() throws {
    let first = try filled(one)
    let photo = try first.media.add(Array("ảnh".utf8), fileExtension: "jpg")
    try first.appendAndWait([Sample.set("anh", photo.fileName)])
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    let (path, content) = try log(first, in: one.path)
    var lines = content.split(separator: 0x0A).map { Array($0) + [0x0A] }
    lines.removeSubrange(2...3)
    try FileSystem.live.replace(path, with: lines.flatMap(\.self))
    unlink(first.media.path(of: photo))
    let store = try one.open()
    let report = store.verify()
    #expect(report.damaged.map(\.file) == ["media/" + photo.fileName])
    #expect(report.damaged.first?.record == Sample.record && report.damaged.first?.kind == .mediaMissing)
    let device = first.identity.device
    #expect(
      store.offers(for: report).map(\.content) == [
        .lines(device: device, epoch: report.gaps.first?.epoch ?? "", from: 3, to: 4),
        .file("media/" + photo.fileName),
      ])
    #expect(store.offers(for: report).allSatisfy { $0.folder == stick.path })
    let repaired = try store.repair(from: stick.path)
    #expect(repaired.lines == 2 && repaired.media == 1 && repaired.remaining.isClean)
    #expect(store.offers(for: store.verify()).isEmpty)
    try store.close()
  }
}
