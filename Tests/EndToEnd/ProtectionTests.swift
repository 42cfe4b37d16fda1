import Foundation
import JSON
import Testing

/// Stores under a passphrase, as scripts use them.
@Suite struct ProtectionTests {
  private let folder = try? TemporaryFolder()
  private let secret = "Nguyễn Thị Bí Mật"

  private func run(
    _ arguments: [String], _ store: String, _ passphrase: String? = nil
  ) throws -> Program.Result {
    let folder = try #require(folder)
    return try Program.run(
      arguments + ["--store", folder.path(store), "--lang", "vi"],
      environment: passphrase.map { ["KHAOSAT_PASSPHRASE": $0] } ?? [:])
  }

  private func json(_ result: Program.Result) throws -> JSONValue {
    try JSONValue(parsing: Array(result.output.utf8))
  }

  private func fill(_ store: String, _ passphrase: String, name: String) throws -> String {
    let folder = try #require(folder)
    let form = try folder.write(
      "nho/form.yaml",
      """
      form_id: nho
      version: "1"
      title: Nhỏ
      instance_name: ${ten}
      survey:
        - { type: text, name: ten, label: Tên }
        - { type: text, name: sdt, label: Số điện thoại, personal: true }
      """)
    let answers = try folder.write("answers.json", #"{"ten":"\#(name)","sdt":"0976721391"}"#)
    let filled = try run(["fill", form, "--answers", answers, "--finalise", "--json"], store, passphrase)
    #expect(filled.exit == 0, "\(filled.words)")
    return try #require(json(filled)["record"]?.stringValue)
  }

  /// The files below a folder of the test whose bytes hold a text.
  private func files(below path: String, holding text: String) throws -> [String] {
    let root = try #require(folder).path(path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root)
    return names.filter { name in
      guard let data = FileManager.default.contents(atPath: root + "/" + name) else { return false }
      return data.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `answers are nowhere in the clear, and only the passphrase shows them`() throws {
    #expect(try run(["protect"], "a", "ngắn").exit == 2)
    #expect(try run(["protect"], "a", "mật khẩu của máy một").exit == 0)
    #expect(try run(["protect"], "a", "mật khẩu khác").exit == 2)
    let record = try fill("a", "mật khẩu của máy một", name: secret)
    #expect(try files(below: "a", holding: secret).isEmpty)
    #expect(try files(below: "a", holding: "0976721391").isEmpty)
    for arguments in [["records", "--json"], ["show", record], ["history", record], ["export", "--to", "out"]] {
      #expect(try run(arguments, "a").exit == 4)
      let wrong = try run(arguments, "a", "sai mật khẩu rồi")
      #expect(wrong.exit == 4 && wrong.words.contains("wrong-passphrase") && wrong.output.isEmpty)
    }
    let shown = try run(["show", record, "--json"], "a", "mật khẩu của máy một")
    #expect(shown.exit == 0 && shown.output.contains("0976721391"))
    let verified = try run(["verify", "--json"], "a")
    #expect(try verified.exit == 0 && json(verified)["ok"]?.boolValue == true)
    let status = try json(run(["protect", "status", "--json"], "a"))
    #expect(status["protected"]?.boolValue == true && status["team_keys"]?.arrayValue?.count == 1)
  }

  @Test func `another passphrase opens the same store`() throws {
    _ = try run(["protect"], "a", "mật khẩu của máy một")
    let record = try fill("a", "mật khẩu của máy một", name: secret)
    let new = try #require(folder).write("new", "một mật khẩu mới\n")
    let wrong = try run(["protect", "passphrase", "--new-passphrase-file", new], "a", "sai mật khẩu rồi")
    #expect(wrong.exit == 4)
    let changed = try run(["protect", "passphrase", "--new-passphrase-file", new], "a", "mật khẩu của máy một")
    #expect(changed.exit == 0, "\(changed.words)")
    #expect(try run(["show", record], "a", "mật khẩu của máy một").exit == 4)
    #expect(try run(["show", record, "--passphrase-file", new], "a").output.contains(secret))
  }

  @Test func `two protected laptops read each other after their keys were shared`() throws {
    let stick = try #require(folder).path("stick")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    for name in ["a", "b"] { #expect(try run(["protect"], name, "mật khẩu của máy \(name)").exit == 0) }
    let first = try fill("a", "mật khẩu của máy a", name: secret)
    let second = try fill("b", "mật khẩu của máy b", name: secret + " 2")
    // Exchanging needs no passphrase.
    for name in ["a", "b", "a"] { #expect(try run(["sync", "folder", stick], name).exit == 0) }
    #expect(try run(["show", second], "a", "mật khẩu của máy a").exit == 4)
    let rows = try json(run(["records", "--json"], "a", "mật khẩu của máy a")).arrayValue ?? []
    #expect(rows.first { $0["record"]?.stringValue == second }?["locked"]?.boolValue == true)
    let status = try json(run(["protect", "status", "--json"], "a"))
    let other = try #require(status["others"]?[0]?["fingerprint"]?.stringValue)
    let key = try #require(status["team_key"]?.stringValue)
    #expect(try run(["protect", "share", other], "a", "mật khẩu của máy a").exit == 0)
    for name in ["a", "b"] { #expect(try run(["sync", "folder", stick], name).exit == 0) }
    #expect(try run(["show", first], "b", "mật khẩu của máy b").output.contains(secret))
    #expect(try run(["protect", "join", key], "b", "mật khẩu của máy b").exit == 0)
    for name in ["b", "a"] { #expect(try run(["sync", "folder", stick], name).exit == 0) }
    #expect(try run(["show", second], "a", "mật khẩu của máy a").output.contains(secret + " 2"))
    for place in ["a", "b", "stick"] { #expect(try files(below: place, holding: secret).isEmpty) }
    for name in ["a", "b"] { #expect(try run(["verify"], name).exit == 0) }
    // The office gets batches that it reads without any of this.
    let out = try #require(folder).path("out")
    #expect(try run(["batch", "create", "--to", out], "b", "mật khẩu của máy b").exit == 0)
    let batch = try #require(try FileManager.default.contentsOfDirectory(atPath: out).first)
    #expect(try run(["batch", "verify", out + "/" + batch], "office").exit == 0)
    #expect(try run(["batch", "import", out + "/" + batch], "office").exit == 0)
    #expect(try run(["records"], "office").output.contains(secret))
  }
}

/// Lists that others may look at.
@Suite struct MaskedListTests {
  @Test func `a name made of personal answers is masked in the list, and shown on request`() throws {
    let folder = try TemporaryFolder()
    let form = try folder.write(
      "nho/form.yaml",
      """
      form_id: nho
      version: "1"
      title: Nhỏ
      instance_name: ${chu}
      survey:
        - { type: text, name: chu, label: Chủ cơ sở, personal: true }
        - { type: text, name: ten, label: Tên }
      """)
    let answers = try folder.write("answers.json", #"{"chu":"Nguyễn Thị Bí Mật","ten":"Xưởng A"}"#)
    let store = ["--store", folder.path("store")]
    for end in [[], ["--finalise"]] {
      #expect(try Program.run(["fill", form, "--answers", answers] + end + store).exit == 0)
    }
    for format in [[], ["--json"]] {
      let masked = try Program.run(["records"] + format + store)
      #expect(masked.output.contains("•••") && !masked.output.contains("Bí Mật"))
      #expect(try Program.run(["records", "--personal"] + format + store).output.contains("Nguyễn Thị Bí Mật"))
    }
  }
}

extension TerminalTests {
  /// The screen of a protected store.
  @Suite(.serialized)
  struct LockTests {
    private func protected() throws -> Desk {
      let desk = try Desk(questions: 3, visits: 1)
      let file = try desk.folder.write("passphrase", "mật khẩu của máy\n")
      let result = try desk.run(["protect", "--passphrase-file", file])
      guard result.exit == 0 else { throw TmuxScreen.Failure(description: result.words) }
      return desk
    }

    @Test func `the passphrase opens the application, and a locked form is where it was`() throws {
      let desk = try protected()
      let screen = try desk.start()
      try screen.wait(for: "đang khóa")
      try screen.send([.text("sai mật khẩu"), .key("Enter")])
      try screen.wait(for: "Mật khẩu không đúng")
      try screen.send([.text("mật khẩu của máy"), .key("Enter")])
      try Desk.introduce("Hoàng Thị Lan", on: screen)
      try Desk.open(Desk.code(1), on: screen)
      try screen.send([.text("xưởng đầu"), .key("Enter")])
      try screen.wait(until: "the second question, saved") { $0.contains("▸ Câu 02") && $0.contains("đã lưu") }
      try screen.type("nửa chừng")
      try screen.wait(for: "[nửa chừng")
      try screen.press("M-k")
      try screen.wait(until: "nothing but the lock") {
        $0.contains("đang khóa") && !$0.contains("nửa chừng") && !$0.contains("Câu 02")
      }
      try screen.send([.text("mật khẩu của máy"), .key("Enter")])
      try screen.wait(until: "the half-typed answer") { $0.contains("▸ Câu 02") && $0.contains("[nửa chừng") }
      try screen.press("Enter")
      try screen.wait(until: "the third question, saved") { $0.contains("▸ Câu 03") && $0.contains("đã lưu") }
      try screen.press("F10")
      try screen.waitForEnd()
      let names = try FileManager.default.subpathsOfDirectory(atPath: desk.store)
      #expect(names.contains { $0.hasSuffix(".jsonl") })
      for name in names {
        let data = FileManager.default.contents(atPath: desk.store + "/" + name) ?? Data()
        for text in ["xưởng đầu", "nửa chừng", "Hoàng Thị Lan"] {
          #expect(data.range(of: Data(text.utf8)) == nil, "\(name)")
        }
      }
    }

    @Test func `a laptop that nobody touches locks itself`() throws {
      let desk = try protected()
      _ = try desk.folder.write("config/khaosat/settings.json", #"{"lock_minutes":0.02}"#)
      let screen = try desk.start(["--passphrase-file", desk.folder.path("passphrase")])
      try screen.wait(for: "Tự khóa")
      try screen.press("F10")
      try screen.waitForEnd()
    }
  }
}
