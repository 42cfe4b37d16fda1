import Foundation
import JSON
import Testing

/// The command line as scripts use it: results on standard output, words on standard error, exit codes by contract.
@Suite(.serialized)
struct CommandLineTests {
  private func json(_ result: Program.Result) throws -> JSONValue { try JSONValue(parsing: result.output) }

  @Test func `forms lists the forms of the project`() throws {
    let result = try Program.run(["forms", "--json"])
    #expect(result.exit == 0)
    let names = try json(result).arrayValue?.compactMap { $0["form"]?.stringValue }
    #expect(names?.contains("khao_sat_co_so") == true)
    #expect(names?.contains("hau_kiem") == true)
  }

  @Test(arguments: ["khao_sat_co_so", "hau_kiem"])
  func `the project's forms have no mistakes`(_ form: String) throws {
    let result = try Program.run(["form", "check", Program.root.appendingPathComponent("forms/\(form)").path])
    #expect(result.exit == 0, "\(result.output)\(result.words)")
  }

  @Test func `wrong use ends with 2`() throws {
    #expect(try Program.run(["no-such-command"]).exit == 2)
    #expect(try Program.run(["fill"]).exit == 2)
    #expect(try Program.run(["records", "--state", "lost", "--store", "/nonexistent/khaosat"]).exit == 2)
  }

  @Test(arguments: [
    ("1 + 2", "number", "3"), ("concat('a', 'b')", "string", "ab"), ("/data/x = 4", "boolean", "true"),
    ("/data/x * 2.5", "number", "10"),
  ])
  func `form eval answers with type and text`(_ expression: String, _ type: String, _ text: String) throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.xml", "<data><x>4</x></data>")
    let result = try Program.run(["form", "eval", "--xml", document, "--", expression])
    #expect(result.exit == 0)
    #expect(try json(result)["type"]?.stringValue == type)
    #expect(try json(result)["string"]?.stringValue == text)
  }

  @Test func `form eval names what is wrong`() throws {
    let folder = try TemporaryFolder()
    let document = try folder.write("d.xml", "<data/>")
    for (expression, code) in [("1 +", "syntax"), ("nosuch(1)", "unknown-function"), ("pow(1)", "arity")] {
      let result = try Program.run(["form", "eval", "--xml", document, expression])
      #expect(try json(result)["type"]?.stringValue == "error")
      #expect(try json(result)["value"]?.stringValue?.hasPrefix(code) == true)
    }
  }

  @Test func `text fold and sort are line filters`() throws {
    #expect(try Program.run(["text", "fold"], input: "Đồng Hỷ\nHòa\n").output == "dong hy\nhoa\n")
    #expect(try Program.run(["text", "sort"], input: "mạ\nma\nmá\nđa\nda\n").output == "da\nđa\nma\nmá\nmạ\n")
    #expect(try Program.run(["text", "type", "--method", "telex"], input: "ddaji sown\n").output == "đại sơn\n")
  }

  @Test func `a list is imported whole or, when agreed, without its wrong rows`() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write(
      "list.csv",
      """
      ma,ten_co_so,ngay_hen,phieu
      A-1,Cơ sở một,18/01/2027,khao_sat_co_so
      A-2,Cơ sở hai,31/02/2027,khao_sat_co_so
      A-1,Cơ sở ba,18/01/2027,khao_sat_co_so
      """)
    let store = folder.path("store")
    let refused = try Program.run(["visits", "import", list, "--store", store])
    #expect(refused.exit == 1)
    #expect(refused.words.contains(":3:"))
    #expect(refused.words.contains(":4:"))
    #expect(try json(Program.run(["visits", "--json", "--store", store])).arrayValue?.isEmpty == true)
    #expect(try Program.run(["visits", "import", list, "--skip-bad", "--store", store]).exit == 0)
    let visits = try json(Program.run(["visits", "--json", "--store", store])).arrayValue ?? []
    #expect(visits.compactMap { $0["code"]?.stringValue } == ["A-1"])
    #expect(visits.first?["status"]?.stringValue == "planned")
    #expect(try Program.run(["visits", "set", "A-1", "--status", "absent", "--store", store]).exit == 0)
    let after = try json(Program.run(["visits", "--json", "--store", store])).arrayValue ?? []
    #expect(after.first?["status"]?.stringValue == "absent")
  }

  @Test func `bytes that are not UTF-8 are named by their line and nothing is imported`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("list.csv")
    var bytes = Data("ma,ten_co_so,ngay_hen,phieu\nA-1,C".utf8)
    bytes.append(contentsOf: [0xD5, 0x20, 0x73, 0xF2])
    bytes.append(Data(",18/01/2027,khao_sat_co_so\n".utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
    let result = try Program.run(["visits", "import", path, "--store", folder.path("store")])
    #expect(result.exit == 1)
    #expect(result.words.contains(":2:"))
  }

  @Test func `a survey is filled, finalised, shown, exported and verified`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path("store")
    let answers = Program.root.appendingPathComponent("forms/samples/khao_sat_co_so.json").path
    let filled = try Program.run([
      "fill", "khao_sat_co_so", "--answers", answers, "--finalise", "--json", "--store", store,
    ])
    #expect(filled.exit == 0, "\(filled.output.suffix(3000)) \(filled.words)")
    let report = try json(filled)
    #expect(report["state"]?.stringValue == "finalised")
    let record = try #require(report["record"]?.stringValue)

    let records = try json(Program.run(["records", "--json", "--store", store])).arrayValue ?? []
    #expect(records.count == 1)
    #expect(records.first?["exported"] == .bool(false))
    let shown = try json(Program.run(["show", record, "--json", "--store", store]))
    #expect(shown["leaves"] == report["leaves"])
    let xml = try Program.run(["show", record, "--xml", "--store", store])
    #expect(xml.output.contains("uuid:\(record)"))

    let batch = try Program.run(["batch", "create", "--to", folder.path("out"), "--store", store])
    #expect(batch.exit == 0, "\(batch.words)")
    let made = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path("out")).first)
    #expect(try Program.run(["batch", "verify", folder.path("out/\(made)"), "--store", store]).exit == 0)
    let lines = try String(contentsOfFile: folder.path("out/\(made)/records.jsonl"), encoding: .utf8)
    #expect(lines.contains(record))
    let again = try json(Program.run(["records", "--json", "--store", store])).arrayValue ?? []
    #expect(again.first?["exported"] == .bool(true))
    #expect(try Program.run(["batch", "create", "--to", folder.path("out"), "--store", store]).exit == 1)
    let verified = try Program.run(["verify", "--json", "--store", store])
    #expect(verified.exit == 0, "\(verified.output)")
    let history = try json(Program.run(["history", record, "--json", "--store", store])).arrayValue ?? []
    #expect(history.contains { $0["kind"]?.stringValue == "done" })
    #expect(try Program.run(["reopen", record, "--store", store]).exit == 0)
    #expect(try Program.run(["void", record, "--store", store]).exit == 0)
  }

  @Test func `a file is attached by its path, and the frozen submission comes out byte for byte`() throws {
    let folder = try TemporaryFolder()
    let store = ["--store", folder.path("store")]
    let form = try folder.write(
      "anh/form.yaml", "form_id: anh\nversion: \"1\"\ntitle: Ảnh\nsurvey:\n  - { type: image, name: a, label: A }\n")
    let photo = try folder.write("cổng.jpg", "đây là ảnh")
    let answers = try folder.write("answers.json", "{\"a\":\"\(photo)\"}")
    let filled = try json(Program.run(["fill", form, "--answers", answers, "--finalise", "--json"] + store))
    let record = try #require(filled["record"]?.stringValue)
    let name = try #require(filled["leaves"]?["/data/a"]?.stringValue)
    #expect(name.hasSuffix(".jpg") && name.count == 68)
    let kept = try String(contentsOfFile: folder.path("store/media/" + name), encoding: .utf8)
    #expect(kept == "đây là ảnh")
    let shown = try Program.run(["show", record, "--xml"] + store).output
    let frozen = try FileManager.default.contentsOfDirectory(atPath: folder.path("store/media")).filter {
      $0.hasSuffix(".xml")
    }
    #expect(try shown == String(contentsOfFile: folder.path("store/media/" + frozen[0]), encoding: .utf8))
    let absent = try folder.write("absent.json", "{\"a\":\"/khong/co.jpg\"}")
    let wrong = try json(Program.run(["fill", form, "--answers", absent, "--json"] + store))
    #expect(wrong["steps"]?[0]?["outcome"]?.stringValue == "type")
    let broken = try folder.write("broken.json", "{\"a\": }")
    let refused = try Program.run(["fill", form, "--answers", broken] + store)
    #expect(refused.exit == 2 && refused.words.contains("PRG-007") && refused.words.contains("1:7"), "\(refused.words)")
  }

  @Test func `the office corrects a record that came in a batch, and everything else stays`() throws {
    let folder = try TemporaryFolder()
    let form = try folder.write(
      "nho/form.yaml",
      """
      form_id: nho
      version: "1"
      title: Nhỏ
      survey:
        - { type: text, name: ten, label: Tên }
        - { type: text, name: ghi, label: Ghi }
        - type: repeat
          name: hang
          label: Hàng
          children:
            - { type: text, name: mon, label: Món }
      """)
    func run(_ arguments: [String], _ store: String) throws -> Program.Result {
      try Program.run(arguments + ["--store", folder.path(store)])
    }
    func fill(_ answers: String, _ more: [String], _ store: String) throws -> JSONValue {
      let file = try folder.write("answers.json", answers)
      return try json(run(["fill", form, "--answers", file, "--json"] + more, store))
    }
    let first = try fill(#"{"ten":"Kép","hang":[{"mon":"a"},{"mon":"b"}]}"#, ["--finalise"], "laptop")
    let record = try #require(first["record"]?.stringValue)
    #expect(try run(["batch", "create", "--to", folder.path("out")], "laptop").exit == 0)
    let batch = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path("out")).first)
    #expect(try run(["batch", "import", folder.path("out/" + batch)], "office").exit == 0)
    for (round, finalise) in [[], ["--finalise"], ["--finalise"]].enumerated() {
      if round != 1 { #expect(try run(["reopen", record], "office").exit == 0) }
      let filled = try fill(
        #"[{"set":"/data/ghi","value":"lần \#(round)"},{"set":"/data/hang[2]/mon","value":"c"}]"#,
        ["--record", record] + finalise, "office")
      #expect(filled["leaves"]?["/data/ten"]?.stringValue == "Kép", "round \(round)")
      #expect(filled["leaves"]?["/data/hang[1]/mon"]?.stringValue == "a")
      #expect(filled["leaves"]?["/data/hang[2]/mon"]?.stringValue == "c")
    }
    let shown = try json(run(["show", record, "--json"], "office"))
    #expect(shown["leaves"]?["/data/ghi"]?.stringValue == "lần 2" && shown["disputed"] == .bool(false))
    #expect(try run(["show", record, "--xml"], "office").output.contains("<ten>Kép</ten>"))
    // The laptop corrects the same revision without knowing: both wait.
    #expect(try run(["reopen", record], "laptop").exit == 0)
    _ = try fill(#"{"ten":"Kép 2"}"#, ["--record", record, "--finalise"], "laptop")
    try FileManager.default.createDirectory(atPath: folder.path("usb"), withIntermediateDirectories: true)
    for store in ["laptop", "office", "laptop"] { _ = try run(["sync", "folder", folder.path("usb")], store) }
    for store in ["laptop", "office"] {
      let listed = try json(run(["records", "--json"], store)).arrayValue ?? []
      #expect(listed.first?["disputed"] == .bool(true), "\(store)")
      #expect(try run(["batch", "create", "--to", folder.path("more")], store).exit == 1)
    }
    for id in ["\"q\"", "a\tb", ""] {
      #expect(
        try run(["fill", form, "--answers", folder.path("answers.json"), "--record", id], "laptop").exit == 2, "\(id)")
    }
  }

  @Test func `a form looks at what was saved last, and goes on seeing that`() throws {
    let folder = try TemporaryFolder()
    let store = ["--store", folder.path("store")]
    let form = try folder.write(
      "nho/form.yaml",
      """
      form_id: nho
      version: "1"
      title: Nhỏ
      survey:
        - { type: text, name: a, label: A, default: "${last-saved#a}" }
        - { type: integer, name: n, label: N }
        - { type: calculate, name: c, calculation: "coalesce(${last-saved#n}, 0) + 1" }
      """)
    func fill(_ answers: String, _ more: [String] = []) throws -> JSONValue {
      let file = try folder.write("answers.json", answers)
      return try json(Program.run(["fill", form, "--answers", file, "--json"] + more + store))
    }
    let first = try fill(#"{"a":"một","n":"41"}"#, ["--finalise"])
    #expect(first["leaves"]?["/data/c"]?.stringValue == "1")
    let second = try fill("{}")
    #expect(second["leaves"]?["/data/a"]?.stringValue == "một" && second["leaves"]?["/data/c"]?.stringValue == "42")
    let record = try #require(second["record"]?.stringValue)
    // The record itself is the one saved last by now; it goes on seeing the one before it. Part of its id names it.
    _ = try fill(#"{"n":"7"}"#, ["--record", record])
    let shown = try json(Program.run(["show", String(record.prefix(12)), "--json"] + store))
    #expect(shown["leaves"]?["/data/c"]?.stringValue == "42" && shown["record"]?.stringValue == record)
    #expect(try Program.run(["show", "khong-co", "--json"] + store).exit == 2)
  }

  @Test func `a record is returned with comments on questions that it has`() throws {
    let folder = try TemporaryFolder()
    let store = ["--store", folder.path("store")]
    let answers = Program.root.appendingPathComponent("forms/samples/khao_sat_co_so.json").path
    let filled = try Program.run(
      ["fill", "khao_sat_co_so", "--answers", answers, "--finalise", "--json"] + store)
    let record = try #require(try json(filled)["record"]?.stringValue)
    let wrong = try Program.run(["review", record, "--return", "--comment", "/data/co_so/ten=Sai"] + store)
    #expect(wrong.exit == 2)
    #expect(wrong.words.contains("/data/co_so/ten_co_so"))
    let right = try Program.run(
      [
        "review", record, "--return", "--comment",
        "/data/buoi_khao_sat/doan_thanh_vien[2]/thanh_vien_ten=Ghi đủ họ tên",
      ]
        + store)
    #expect(right.exit == 0, "\(right.words)")
    let records = try json(Program.run(["records", "--json"] + store)).arrayValue
    #expect(records?.first?["state"]?.stringValue == "returned")
  }

  @Test func `a damaged store is named and ends with 3`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path("store")
    let steps = #"[{"set":"/data/co_so/ten_co_so","value":"Xưởng mộc Sơn"}]"#
    #expect(try Program.run(["fill", "khao_sat_co_so", "--answers", "-", "--store", store], input: steps).exit == 0)
    let log = try #require(folder.files().first { $0.hasPrefix("store/data/") && $0.hasSuffix(".jsonl") })
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(log)))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: folder.path(log)))
    let result = try Program.run(["verify", "--json", "--store", store])
    #expect(result.exit == 3)
    #expect(try json(result)["ok"] == .bool(false))
    #expect(try json(result)["damaged"]?.arrayValue?.isEmpty == false)
  }

  @Test func `the list and its forms, prepared on one laptop, reach one that has no forms`() throws {
    let folder = try TemporaryFolder()
    let stick = folder.path("stick")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    let lead = ["--store", folder.path("lead")]
    let list = Program.root.appendingPathComponent("forms/samples/danh-sach-co-so.csv").path
    #expect(try Program.run(["visits", "import", list] + lead).exit == 0)
    #expect(try Program.run(["sync", "folder", stick] + lead).exit == 0)

    let bare = [
      "KHAOSAT_FORMS": folder.path("none"), "HOME": folder.path("home"), "XDG_DATA_HOME": folder.path("data"),
    ]
    let store = ["--store", folder.path("store"), "--forms", folder.path("none")]
    let answers = Program.root.appendingPathComponent("forms/samples/khao_sat_co_so.json").path
    let fill = ["fill", "khao_sat_co_so", "--answers", answers, "--visit", "BG24-001", "--finalise", "--json"] + store
    let before = try Program.run(fill, environment: bare, in: folder.path("."))
    #expect(before.exit == 2, "\(before.words)")
    #expect(try Program.run(["sync", "folder", stick] + store, environment: bare).exit == 0)
    let after = try Program.run(fill, environment: bare, in: folder.path("."))
    #expect(after.exit == 0, "\(after.words)")
    #expect(try json(after)["state"]?.stringValue == "finalised")
  }

  @Test func `a form whose list is missing does not stop an exchange`() throws {
    let folder = try TemporaryFolder()
    let stick = folder.path("stick")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    try folder.write(
      "forms/thieu/form.yaml",
      """
      form_id: thieu
      version: "1"
      title: { vi: "Thiếu danh mục" }
      survey:
        - { type: select_one_from_file mat.csv, name: x, label: { vi: "Chọn" } }
      """)
    let forms = ["KHAOSAT_FORMS": folder.path("forms")]
    let store = ["--store", folder.path("store")]
    #expect(try Program.run(["form", "check", folder.path("forms/thieu")], environment: forms).exit == 1)
    #expect(
      try Program.run(["visits", "add", "--label", "Xưởng", "--form", "thieu"] + store, environment: forms).exit == 0)
    let result = try Program.run(["sync", "folder", stick] + store, environment: forms)
    #expect(result.exit == 0, "\(result.words)")
  }

  @Test func `two laptops meet through a folder`() throws {
    let folder = try TemporaryFolder()
    let steps = #"[{"set":"/data/co_so/ten_co_so","value":"Xưởng mộc Sơn"}]"#
    let stick = folder.path("stick")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    for store in ["a", "b"] {
      let path = folder.path(store)
      #expect(try Program.run(["fill", "khao_sat_co_so", "--answers", "-", "--store", path], input: steps).exit == 0)
    }
    for store in ["a", "b", "a"] {
      let result = try Program.run(["sync", "folder", stick, "--json", "--store", folder.path(store)])
      #expect(result.exit == 0, "\(result.words)")
    }
    for store in ["a", "b"] {
      let records = try json(Program.run(["records", "--json", "--store", folder.path(store)])).arrayValue ?? []
      #expect(records.count == 2)
      #expect(try Program.run(["verify", "--store", folder.path(store)]).exit == 0)
    }
  }
}
