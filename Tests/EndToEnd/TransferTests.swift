import Foundation
import JSON
import Testing

/// What commands say, and how they end, when a folder or a batch is not as it should be.
@Suite(.serialized)
struct TransferTests {
  private let folder: TemporaryFolder
  private let store: [String]
  private let photo = "9fe36faa6e710cbbfe894e2ed0ee227ca2179beea08210789c73971ba565ea10.jpg"

  init() throws {
    folder = try TemporaryFolder()
    store = ["--store", folder.path("store"), "--lang", "en"]
    try folder.write(
      "forms/f/form.yaml",
      """
      form_id: f
      version: "1"
      title: F
      survey:
        - { type: text, name: ten, label: T }
        - { type: image, name: anh, label: A }
      """)
    try folder.write("store/media/" + photo, "photo\n")
    let answers = try folder.write("answers.json", #"{"ten":"x","anh":"\#(photo)"}"#)
    let filled = try run(["fill", "f", "--answers", answers, "--finalise"])
    #expect(filled.exit == 0, "\(filled.words)")
    try FileManager.default.createDirectory(atPath: folder.path("usb"), withIntermediateDirectories: true)
  }

  private func run(_ arguments: [String]) throws -> Program.Result {
    try Program.run(arguments + store, environment: ["KHAOSAT_FORMS": folder.path("forms")])
  }

  @Test func `a photograph that is gone is named, left out with a word, and taken back`() throws {
    let usb = folder.path("usb")
    #expect(try run(["sync", "folder", usb]).exit == 0)
    try FileManager.default.removeItem(atPath: folder.path("store/media/" + photo))
    let verified = try run(["verify"])
    #expect(verified.exit == 3 && verified.output.contains("media/" + photo) && verified.output.contains("(record "))
    #expect(verified.output.contains("a copy at \(usb) has media/\(photo): khaosat repair --from \(usb)"))
    let made = try run(["batch", "create", "--to", folder.path("out"), "--json"])
    #expect(made.exit == 1 && made.words.contains("not in the batch: " + photo))
    let batch = try #require(try JSONValue(parsing: made.output)["folder"]?.stringValue)
    let checked = try run(["batch", "verify", batch])
    #expect(checked.exit == 0 && checked.words.contains("1 files were missing"))
    #expect(try run(["repair", "--from", usb]).exit == 0)
    #expect(try run(["verify"]).exit == 0)
  }

  @Test func `folders that hold nothing are not all well`() throws {
    #expect(try run(["repair", "--from", folder.path("nowhere")]).exit == 2)
    let empty = try run(["repair", "--from", folder.path("usb")])
    #expect(empty.exit == 2 && empty.words.hasPrefix("no-copy"))
    let inside = try run(["sync", "folder", folder.path("store")])
    #expect(inside.exit == 2 && inside.words.hasPrefix("inside-store"))
    #expect(try Program.run(["verify", "--store", folder.path("nowhere")]).exit == 2)
  }

  @Test func `an import says who signed, and a sealed batch for whom it is`() throws {
    let office = ["--store", folder.path("office"), "--lang", "en"]
    let made = try run(["batch", "create", "--to", folder.path("out")])
    let batch = made.output.trimmingCharacters(in: .newlines)
    let taken = try Program.run(["batch", "import", batch] + office)
    #expect(taken.exit == 0 && taken.words.contains("signed by a key that is not trusted here"))
    #expect(try run(["batch", "verify", batch]).words.contains("signed by this laptop"))
    let key = try Program.run(["keys", "create"] + office).output.split(separator: "\t").last.map(String.init) ?? ""
    let trusted = try run(["keys", "trust", "office", key.trimmingCharacters(in: .newlines)])
    #expect(trusted.exit == 0, "\(key) \(trusted.words)")
    let sealed = try run(["batch", "create", "--to", folder.path("out"), "--all", "--for", "office"])
    let checked = try run(["batch", "verify", sealed.output.trimmingCharacters(in: .newlines)])
    #expect(
      checked.exit == 0 && checked.output.hasPrefix("ok\tsealed\t") && checked.output.contains("khaosat batch open"))
  }

  @Test func `a link in a folder is named and not followed`() throws {
    let place = folder.path("usb/khaosat/zzzzzzzzzz/data/zzzzzzzzzz")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: place + "/aaaa-0001.jsonl", withDestinationPath: folder.path("answers.json"))
    let result = try run(["sync", "folder", folder.path("usb"), "--json"])
    #expect(result.exit == 3)
    let damaged = try JSONValue(parsing: result.output)["damaged"]?.arrayValue ?? []
    #expect(damaged.map { $0["kind"]?.stringValue } == ["special"])
    #expect(!FileManager.default.fileExists(atPath: folder.path("store/peers/zzzzzzzzzz")))
  }
}
