import Fieldwork
import Glibc
import JSON
import Journal
import Media
import TestSupport
import Testing

@testable import Records

/// A power cut after every single change, with every kind of loss: what was promised is there, nothing is invented.
@Suite struct PowerCutTests {
  private struct Run {
    let cut: PowerCut
    let hashes: Set<LineHash>
  }

  /// Answers, a finished record with its form and submission, an export, a sync, lines received, and rotation.
  private func run() throws -> Run {
    let folder = TemporaryFolder()
    let cut = PowerCut(folder.path)
    let laptop = Laptop("Máy 1", seed: 1)
    var options = laptop.options(fileSystem: cut.fileSystem)
    options.segmentBytes = 3_000
    let store = try Store.open(at: folder.path + "/store", options: options)
    func promise(_ drafts: [EventDraft]) throws -> [Event] {
      let events = try store.appendAndWait(drafts)
      cut.promise(events.map(\.hash))
      return events
    }
    _ = try promise([Sample.visit("CS-001"), Sample.visit("CS-002")])
    let form = try store.forms.add([
      FormArchive.File(name: "form.yaml", content: Array("a".utf8)), FormArchive.File(name: "b.csv", content: [1]),
    ])
    _ = try promise([
      .open(record: Sample.record, form: "a", version: "1", sha256: form.hex, visit: "CS-001", zone: "UTC")
    ])
    for value in 0..<8 { _ = try promise([Sample.set("a", "\(value)")]) }
    let xml = try store.media.add(Array("<data/>".utf8), fileExtension: "xml")
    let done = try promise([
      .done(
        record: Sample.record, revision: 1, instance: "uuid:1", deprecates: nil, label: "A", errors: 0, warnings: 0,
        xml: xml.hash.hex, submission: ["a": "7"])
    ])
    _ = try promise([
      .export(batch: "b", to: "usb", formats: ["csv"], lines: [(record: Sample.record, done: done[0].hash)])
    ])
    _ = try FolderSync(store, with: folder.path + "/stick").run()
    let other = Laptop("Máy 2", seed: 2)
    let second = try other.open()
    let foreign = try second.appendAndWait([
      Sample.set("b", "1", record: "other"), Sample.set("c", "2", record: "other"),
    ])
    _ = try FolderSync(second, with: folder.path + "/stick").run()
    try second.close()
    cut.promise(Array(try store.receive(Array(try second.lines(named: Set(foreign.map(\.hash))).values))))
    _ = try FolderSync(store, with: folder.path + "/stick").run()
    for value in 0..<8 { _ = try promise([Sample.set("a", "\(value)")]) }
    try store.close()
    let lines = try Laptop.lines(of: [folder.path + "/store"])
    return Run(cut: cut, hashes: Set(lines.map(\.event.hash)).union(foreign.map(\.hash)))
  }

  @Test func whatWasPromisedIsThere() throws {
    let run = try run()
    let operations = run.cut.operations
    #expect(operations.count > 150)
    let isLong = getenv("KHAOSAT_LONG") != nil
    var model = DiskModel()
    var promised: Set<LineHash> = []
    for (place, operation) in operations.enumerated() {
      model.apply(operation)
      if case .promise(let hashes) = operation { promised.formUnion(hashes) }
      for (kind, loss) in PowerCut.Loss.allCases.enumerated() where isLong || (place + kind) % 11 == 0 {
        try check(model, loss, promised, run.hashes, "after \(place) \(loss)")
      }
    }
  }

  private func check(
    _ model: DiskModel, _ loss: PowerCut.Loss, _ promised: Set<LineHash>, _ all: Set<LineHash>, _ moment: Comment
  ) throws {
    let laptop = Laptop("Máy 1", seed: 77, time: 1_795_300_000_000)
    try model.build(in: laptop.path, loss)
    let store = try Store.open(at: laptop.path + "/store", options: laptop.options())
    let known = Set(store.snapshot.records.values.flatMap { $0.events.map(\.hash) })
    let wanted = promised.filter { hash in
      !store.snapshot.exports.contains { $0.hash == hash } && !known.contains(hash)
    }
    // Visits are in no record; they are looked for by what they say.
    let lines = try store.lines(named: wanted)
    #expect(lines.count == wanted.count, moment)
    #expect(known.isSubset(of: all), moment)
    #expect(!store.isReadOnly, moment)
    try store.appendAndWait([Sample.set("z", "after")])
    let report = store.verify()
    #expect(report.isClean, "\(moment): \(report)")
    try store.close()
    // Whoever takes from the stick takes no damage from it.
    let third = Laptop("Máy 3", seed: 78, time: 1_795_300_000_000)
    let reader = try third.open()
    _ = try FolderSync(reader, with: laptop.path + "/stick").run()
    let damaged = reader.verify().damaged.filter { $0.kind != .mediaMissing && $0.kind != .form }
    #expect(damaged.isEmpty, "\(moment): \(damaged)")
    try reader.close()
  }
}
