import Glibc
import JSON
import TestSupport
import Testing

@testable import Journal

/// The example beside this file is what docs/formats/journal-v1.md describes. `KHAOSAT_RECORD=1` writes it anew.
@Suite struct ExampleTests {
  private static let folder = FileSystem.parent(of: #filePath) + "/Examples"
  private static let root = (0..<4).reduce(#filePath) { path, _ in FileSystem.parent(of: path) }

  private func example() throws -> Log {
    let log = Log()
    let record = "0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5e"
    func draft(_ kind: String, _ field: String? = nil, _ payload: JSONObject, record: String? = record) -> LineDraft {
      LineDraft(kind: kind, record: record, field: field, payload: payload)
    }
    let writer = try log.open(segmentBytes: 6_000)
    try writer.appendAndWait([draft("user", nil, ["name": "Nguyễn Thị Bình", "team": "Tổ 2"], record: nil)])
    try writer.appendAndWait([
      LineDraft(
        kind: "visit", group: "5e1f0a77", payload: ["visit": "BG24-001", "code": "BG24-001", "label": "Mộc Đại Sơn"]),
      LineDraft(
        kind: "visit", group: "5e1f0a77:2", payload: ["visit": "BG24-002", "code": "BG24-002", "label": "Chè Yên Thế"]),
    ])
    try writer.appendAndWait([
      draft(
        "open", nil,
        [
          "form": "khao_sat_co_so", "version": "2026112001", "sha256": .string(ContentHash(of: []).hex),
          "visit": "BG24-001", "zone": "Asia/Ho_Chi_Minh",
        ])
    ])
    let name = try writer.appendAndWait([draft("set", "/data/ten", ["value": "Cơ sở mộc \"Đại Sơn\"\n", "w": []])])
    try writer.appendAndWait([
      draft("set", "/data/ten", ["value": "Cơ sở mộc Đại Sơn", "w": [.string(name[0].hash.hex)]]),
      draft("add", "/data/may", ["row": "7f3a"]),
      draft("set", "/data/may{7f3a}/gia", ["value": "1290000000", "w": []]),
      draft("missing", "/data/lao_dong", ["reason": "dk", "w": []]),
      draft("unset", "/data/ghi_chu", ["w": []]),
      draft("note", "/data/may{7f3a}/gia", ["text": "\u{1}\t\\ \u{7f}\u{2028} giá cả bộ"]),
      draft(
        "ckpt", "/data/von", ["label": "Cơ sở mộc Đại Sơn", "errors": 1, "warnings": 0, "text": "1,2", "cursor": 3]),
      draft("later", nil, ["unknown": ["kept": .null]]),
    ])
    for value in 0..<8 {
      try writer.appendAndWait([draft("set", "/data/f\(value)", ["value": .string("\(value)"), "w": []])])
    }
    try writer.close()
    return log
  }

  @Test func theExampleIsWhatIsWritten() throws {
    let log = try example()
    if getenv("KHAOSAT_RECORD") != nil {
      for name in try log.names {
        try FileSystem.live.replace(
          Self.folder + "/" + name, with: FileSystem.live.contents(of: log.directory + "/" + name))
      }
    }
    let files = try FileSystem.live.list(Self.folder).map(\.name)
    #expect(files == ["3f9c-0001.jsonl", "3f9c-0002.jsonl"])
    #expect(try log.names == files)
    var verifier = JournalVerifier()
    for name in files {
      let content = try FileSystem.live.contents(of: Self.folder + "/" + name)
      #expect(try FileSystem.live.contents(of: log.directory + "/" + name) == content)
      verifier.add(content, label: name, device: "k7m2q4x9ab", name: name)
    }
    #expect(verifier.finish().isClean)
  }

  /// A reader of sixty lines, written from the description, reads it.
  @Test(.enabled(if: system("command -v python3 >/dev/null 2>&1") == 0))
  func aStrangersReaderReadsIt() throws {
    let script = Self.root + "/docs/examples/read_journal.py"
    #expect(try FileSystem.live.contents(of: script).count { $0 == 0x0A } <= 60)
    let files = [Self.folder + "/3f9c-0001.jsonl", Self.folder + "/3f9c-0002.jsonl"]
    let lines = try run(script, files)
    #expect(lines.count == 12)
    #expect(lines.contains(#"["0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5e", "/data/may{7f3a}/gia", "1290000000"]"#))
    #expect(lines.contains(#"["0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5e", "/data/ten", "Cơ sở mộc Đại Sơn"]"#))
    let damaged = TemporaryFolder()
    var content = try FileSystem.live.contents(of: files[0])
    content[1_000] ^= 1
    try FileSystem.live.replace(damaged.path + "/3f9c-0001.jsonl", with: content + Array("{\"v\":1".utf8))
    let report = try run(script, [damaged.path + "/3f9c-0001.jsonl", files[1]]).suffix(3)
    #expect(report.contains { $0.hasSuffix(": checksum") } && report.contains { $0.hasSuffix(": torn") })
    #expect(report.contains { $0.hasSuffix(": gap") })
  }

  private func run(_ script: String, _ files: [String]) throws -> [String] {
    let folder = TemporaryFolder()
    let output = folder.path + "/output"
    let arguments = ([script] + files).map { "'\($0)'" }.joined(separator: " ")
    #expect(system("PYTHONIOENCODING=utf-8 python3 \(arguments) > '\(output)'") == 0)
    let text = String(decoding: try FileSystem.live.contents(of: output), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }
}
