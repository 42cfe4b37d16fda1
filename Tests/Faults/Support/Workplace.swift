import Foundation
import Glibc
import JSON

/// A folder of a test's own with a small form, a list of places to visit and a store; removed with the value.
final class Workplace {
  let path: String
  let questions: Int
  var store: String
  var environment: [String: String] { ["KHAOSAT_FORMS": path + "/forms", "HOME": path] }

  /// A record that tests fill.
  static let record = "0192b0a0-5b1e-4c3a-9d2e-6f1a2b3c4d5e"

  /// A new folder below the system's temporary one, without links in its path.
  static func newFolder(_ kind: String) -> String {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    let path = base + "/khaosat-\(kind)-\(UUID().uuidString.prefix(13))"
    mkdir(path, 0o700)
    return path
  }

  /// - Parameter questions: text questions of the form, q1, q2 …
  init(questions: Int = 40) throws {
    path = Self.newFolder("fault")
    self.questions = questions
    store = path + "/store"
    let rows = (1...questions).map { "  - { type: text, name: q\($0), label: \"Câu \($0)\" }" }
    try write(
      "forms/phieu/form.yaml",
      "form_id: phieu\nversion: \"1\"\ntitle: Phiếu\nsurvey:\n" + rows.joined(separator: "\n") + "\n")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a text file inside the folder and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Runs the program with this store.
  @discardableResult
  func run(
    _ arguments: [String], input: String = "", through wrapper: [String] = [],
    environment extra: [String: String] = [:],
    limit: Int32 = 120
  ) throws -> Program.Result {
    try Program.run(
      arguments + ["--store", store], input: input, environment: environment.merging(extra) { $1 }, through: wrapper,
      limit: limit)
  }

  /// Puts places CS0, CS1 … on the list of the store.
  func addVisits(_ count: Int) throws {
    var rows = "ma,ten_co_so,xa,xa_ten,ngay_hen,doan,phieu\n"
    for place in 0..<count { rows += "CS\(place),Cơ sở \(place),07399,Xã Kép,18/01/2027,Đoàn 1,phieu\n" }
    let result = try run(["visits", "import", write("visits.csv", rows)])
    guard result.exit == 0 else { throw Program.NotStarted(command: result.words, code: result.exit) }
  }

  /// Fills questions of one record in one run.
  func fill(
    _ answers: [(question: Int, value: String)], record: String = record, finalise: Bool = false,
    through wrapper: [String] = [], environment extra: [String: String] = [:]
  ) throws -> Program.Result {
    let steps = answers.map { answer -> JSONValue in
      ["set": .string("/data/q\(answer.question)"), "value": .string(answer.value)]
    }
    return try run(
      ["fill", "phieu", "--answers", "-", "--record", record] + (finalise ? ["--finalise"] : []),
      input: JSONValue.array(steps).serialised(), through: wrapper, environment: extra)
  }

  /// Checks the store with the program.
  func verify() throws -> Verification { try Verification(try run(["verify", "--json"])) }

  /// The records of the store as the program lists them.
  func records() throws -> [String] {
    let list = try JSONValue(parsing: try run(["records", "--json"]).output).arrayValue ?? []
    return list.compactMap { $0["record"]?.stringValue }
  }

  /// Every answer that the program shows, of all records.
  func shown() throws -> Set<String> {
    var values: Set<String> = []
    for record in try records() {
      let shown = try JSONValue(parsing: try run(["show", record, "--json"]).output)
      for leaf in shown["leaves"]?.objectValue ?? JSONObject() {
        if let value = leaf.value.stringValue, !value.isEmpty { values.insert(value) }
      }
    }
    return values
  }

  /// The log files that this store writes.
  var logs: [String] { StoreLines.logs(store + "/data") }

  /// The log in use and the next ones that the writer would begin, for injections that must meet only them.
  func logPaths() -> [String] {
    guard let log = logs.last, let dash = log.lastIndex(of: "-") else { return [] }
    return (1...12).map { log[...dash] + String("000\($0)".suffix(4)) + ".jsonl" }
  }
}
