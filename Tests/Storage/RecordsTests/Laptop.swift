import Fieldwork
import Glibc
import JSON
import Journal
import Synchronization

@testable import Records
import TestSupport

/// A device of a test: a store in a temporary folder, with a clock and randomness that are the same in every run.
final class Laptop: Sendable {
  let folder: TemporaryFolder
  let name: String
  let time: Mutex<Int64>
  private let seed: Mutex<UInt64>

  init(_ name: String, seed: UInt64, folder: TemporaryFolder = TemporaryFolder(), time: Int64 = 1_795_212_796_000) {
    self.name = name
    self.folder = folder
    self.seed = Mutex(seed &* 0x9E37_79B9_7F4A_7C15)
    self.time = Mutex(time)
  }

  var path: String { folder.path }

  func options(writes: Bool = true, machine: String? = nil, fileSystem: FileSystem = .live) -> StoreOptions {
    StoreOptions(
      writes: writes, deviceName: name, machineID: machine ?? name, application: "khaosat 0.1.0",
      now: { [self] in
        time.withLock { time in
          time += 7
          return time
        }
      },
      random: { [self] in
        seed.withLock { seed in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return seed ^ (seed >> 29)
        }
      }, fileSystem: fileSystem)
  }

  func open(writes: Bool = true, machine: String? = nil) throws(StoreProblem) -> Store {
    try Store.open(at: path, options: options(writes: writes, machine: machine))
  }

  /// A copy of the whole folder.
  func copied(as other: Laptop) throws {
    try Self.copy(path, other.path)
  }

  static func copy(_ from: String, _ to: String) throws {
    try FileSystem.live.makeDirectories(to)
    for entry in try FileSystem.live.list(from) {
      if entry.isDirectory {
        try copy(from + "/" + entry.name, to + "/" + entry.name)
      } else {
        try FileSystem.live.replace(
          to + "/" + entry.name, with: try FileSystem.live.contents(of: from + "/" + entry.name))
      }
    }
  }

  /// Puts the own log of another device beside ours, as a sync does.
  func take(from other: Laptop) throws {
    for entry in try FileSystem.live.list(other.path + "/data") {
      try Self.copy(other.path + "/data/" + entry.name, path + "/peers/" + entry.name)
    }
  }

  /// Every line of a store's logs.
  static func lines(of paths: [String]) throws -> [Projection.Incoming] {
    var lines: [Projection.Incoming] = []
    var texts = TextCache()
    for path in paths {
      for file in try LogFile.all(below: path, "data", .live) + LogFile.all(below: path, "peers", .live) {
        let content = try FileSystem.live.contents(of: file.path)
        content.withUnsafeBytes { bytes in
          SegmentScanner.scan(bytes) { line in
            guard let view = line.view else { return }
            let origin = Origin(device: view.device, epoch: view.epoch)
            let event = Event(view, hash: view.hash, origin: origin, seal: nil, texts: &texts)
            lines.append(Projection.Incoming(event: event, group: view.group))
          }
        }
      }
    }
    return lines
  }
}

/// Events of a small record.
enum Sample {
  static let record = "0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5e"

  static func open(_ record: String = record, visit: String? = "CS-001") -> EventDraft {
    .open(
      record: record, form: "khao_sat_co_so", version: "2026112001", sha256: String(repeating: "0", count: 64),
      visit: visit, zone: "Asia/Ho_Chi_Minh")
  }

  static func set(_ field: String, _ value: String, record: String = record) -> EventDraft {
    .set(record: record, field: "/data/" + field, value: value)
  }

  static func done(
    _ record: String = record, revision: Int = 1, changes: Int? = nil, instance: String? = nil,
    deprecates: String? = nil
  ) -> EventDraft {
    .done(
      record: record, revision: revision, instance: instance ?? "uuid:" + record, deprecates: deprecates,
      label: "Cơ sở \"A\"", errors: 0,
      warnings: 1, changes: changes, xml: nil, submission: ["ten": "Cơ sở", "submission": ["a": "b"]])
  }

  static func note(_ record: String = record) -> EventDraft { .note(record: record, field: "/data/a", text: "ghi chú") }

  static func visit(_ id: String, status: VisitStatus = .planned) -> EventDraft {
    .visit(Visit(id: id, code: id, label: "Cơ sở \(id)", status: status, forms: ["khao_sat_co_so"]))
  }
}
