import Glibc
import Journal
import TestSupport
import Testing

@testable import Batches
@testable import Records

@Suite struct BatchDamageTests {
  private let laptop = Campaign("Máy 1")

  private func batch(signs: Bool) throws -> (folder: String, keys: KeyStore) {
    let store = try laptop.filled()
    var options = laptop.options
    options.signs = signs
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    try store.close()
    return (summary.folder, KeyStore(of: store))
  }

  private func verify(_ folder: String, _ keys: KeyStore) -> BatchReport {
    BatchReader.verify(path: folder, keys: keys)
  }

  @Test(arguments: [true, false]) func everyFlippedBitIsNamed(signs: Bool) throws {
    let (folder, keys) = try batch(signs: signs)
    var random = SeededGenerator()
    var flips = 0
    for (name, content) in try Campaign.files(below: folder).sorted(by: { $0.key < $1.key }) {
      let path = folder + "/" + name
      for _ in 0..<24 {
        var damaged = content
        damaged[Int.random(in: 0..<content.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
        try FileSystem.live.replace(path, with: damaged)
        let report = verify(folder, keys)
        #expect(report.faults.contains { $0.file == name || $0.file.hasPrefix("forms/") && name.hasPrefix($0.file) })
        if signs, name == "manifest.json" || name == "manifest.sig" { #expect(!report.signature.isTrusted) }
        flips += 1
      }
      try FileSystem.live.replace(path, with: content)
    }
    #expect(flips > 250)
    #expect(verify(folder, keys).isWhole)
  }

  @Test(arguments: [true, false]) func missingExtraAndCutFilesAreNamed(signs: Bool) throws {
    let (folder, keys) = try batch(signs: signs)
    for (name, content) in try Campaign.files(below: folder) {
      let path = folder + "/" + name
      try FileSystem.live.unlink(path)
      #expect(verify(folder, keys).faults.contains { $0.file == name && $0.kind == .missing }, "\(name)")
      try FileSystem.live.replace(path, with: Array(content.dropLast()))
      #expect(verify(folder, keys).faults.contains { $0.file == name }, "\(name)")
      try FileSystem.live.replace(path, with: content)
    }
    for name in ["readme.txt", "csv/them.csv", "media/a.jpg", "a.part"] {
      try FileSystem.live.replace(folder + "/" + name, with: [1])
      #expect(verify(folder, keys).faults.contains { $0.file == name && $0.kind == .extra }, "\(name)")
      try FileSystem.live.unlink(folder + "/" + name)
    }
    #expect(verify(folder, keys).isWhole)
  }

  @Test func anExchangedLineIsNamedThoughTheManifestWasMadeToFit() throws {
    let (folder, keys) = try batch(signs: true)
    var manifest = try #require(verify(folder, keys).manifest)
    let lines = BatchLines(try FileSystem.live.contents(of: folder + "/records.jsonl"), file: "").lines
    let content = lines[0].bytes + lines[0].bytes
    try FileSystem.live.replace(folder + "/records.jsonl", with: content)
    manifest.files = manifest.files.map { $0.path == "records.jsonl" ? BatchFile(path: $0.path, content: content) : $0 }
    try FileSystem.live.replace(folder + "/manifest.json", with: manifest.bytes)
    try FileSystem.live.replace(folder + "/SHA256SUMS", with: manifest.sums(manifest: manifest.bytes))
    let report = verify(folder, keys)
    #expect(report.signature == .bad)
    let missing = try #require(manifest.records.last).id
    #expect(report.faults.contains { $0.kind == .recordMissing(missing) })
    #expect(report.faults.contains { $0.kind == .foreignLine && $0.line == 2 })
    #expect(report.faults.contains { $0.kind == .signature })
  }

  @Test func hostileManifestsAreRefused() throws {
    let (folder, _) = try batch(signs: false)
    let path = folder + "/manifest.json"
    let text = Campaign.text(try FileSystem.live.contents(of: path))
    for bad in ["../../etc/passwd", "/etc/passwd", "csv/../../x", "a\\\\b", ""] {
      let changed = text.replacing("\"context.jsonl\"", with: "\"\(bad)\"")
      try FileSystem.live.replace(path, with: Array(changed.utf8))
      let path = bad.replacing("\\\\", with: "\\")
      #expect(verify(folder, KeyStore(directory: folder)).faults.contains { $0.kind == .path(path) })
    }
    try FileSystem.live.replace(path, with: Array(text.replacing("\"version\": 1", with: "\"version\": 2").utf8))
    #expect(verify(folder, KeyStore(directory: folder)).faults.contains { $0.kind == .manifest })
  }

  @Test func anythingElseIsNoBatch() throws {
    let report = verify(laptop.folder.path, KeyStore(directory: laptop.folder.path))
    #expect(!report.isWhole && report.manifest == nil)
    #expect(!verify(laptop.folder.path + "/nothing", KeyStore(directory: "")).isWhole)
  }

  @Test func aStrangerReadsItWithCommonTools() throws {
    let (folder, _) = try batch(signs: true)
    if Self.run("sha256sum --version >/dev/null 2>&1") == 0 {
      #expect(Self.run("cd '\(folder)' && sha256sum --quiet -c SHA256SUMS") == 0)
    }
    guard let script = Self.example, Self.run("python3 --version >/dev/null 2>&1") == 0 else { return }
    #expect(Self.run("python3 '\(script)' '\(folder)' > '\(laptop.folder.path)/out'") == 0)
    let output = Campaign.text(try FileSystem.live.contents(of: laptop.folder.path + "/out"))
    #expect(output.contains(Campaign.record) && output.contains(Campaign.second))
    var line = try FileSystem.live.contents(of: folder + "/records.jsonl")
    line[300] ^= 1
    try FileSystem.live.replace(folder + "/records.jsonl", with: line)
    #expect(Self.run("python3 '\(script)' '\(folder)' >/dev/null 2>&1") == 1)
  }

  /// The example of the documentation, looked for above this file.
  private static var example: String? {
    var directory = FileSystem.parent(of: #filePath)
    while directory.count > 1 {
      let path = directory + "/docs/examples/read_batch.py"
      if FileSystem.live.isPresent(path) { return path }
      directory = FileSystem.parent(of: directory)
    }
    return nil
  }

  private static func run(_ command: String) -> Int32 {
    var process: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else { return -1 }
    return status >> 8 & 0xFF
  }
}
