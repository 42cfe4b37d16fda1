import JSON
import Synchronization

@testable import Journal
import TestSupport

/// A log in a temporary folder, with a clock and randomness that are the same in every run.
final class Log: Sendable {
  let folder = TemporaryFolder()
  let device = "k7m2q4x9ab"
  let clock = Mutex<Int64>(1_795_212_796_512)
  let seeds = Mutex<UInt64>(0x3f9b)
  let faults = Faults()

  var directory: String { folder.path + "/data/" + device }

  func options(
    epoch: String?, segmentBytes: Int = 4 << 20, observer: @escaping @Sendable (SaveState) -> Void = { _ in }
  ) -> JournalOptions {
    var options = JournalOptions(
      directory: directory, device: device, epoch: epoch, application: "khaosat 0.1.0", deviceName: "Máy 1",
      now: { [self] in
        clock.withLock { time in
          time += 1
          return time
        }
      },
      random: { [self] in
        seeds.withLock { seed in
          seed += 1
          return seed
        }
      }, fileSystem: faults.fileSystem, observer: observer)
    options.segmentBytes = segmentBytes
    return options
  }

  func open(
    epoch: String? = nil, segmentBytes: Int = 4 << 20, observer: @escaping @Sendable (SaveState) -> Void = { _ in }
  ) throws(JournalProblem) -> JournalWriter {
    try JournalWriter.open(options(epoch: epoch, segmentBytes: segmentBytes, observer: observer))
  }

  static func answer(_ value: String, field: String = "/data/gia") -> LineDraft {
    LineDraft(
      kind: "set", record: "0192b0a0-5b1e-7c3a-9d2e-6f1a2b3c4d5e", field: field,
      payload: ["value": .string(value)])
  }

  /// Names of the files.
  var names: [String] {
    get throws(SystemFailure) { try FileSystem.live.list(directory).map(\.name) }
  }

  /// Valid lines of all files in order of epoch creation is unknown, so: of file name, then of place.
  func lines() throws(SystemFailure) -> [(number: UInt64, epoch: String, kind: String, value: String?)] {
    var lines: [(number: UInt64, epoch: String, kind: String, value: String?)] = []
    for name in try names {
      let content = try FileSystem.live.contents(of: directory + "/" + name)
      content.withUnsafeBytes { bytes in
        SegmentScanner.scan(bytes) { line in
          guard let view = line.view else { return }
          lines.append((view.number, view.epoch, view.kind, view.body.payload?["value"]?.stringValue))
        }
      }
    }
    return lines
  }

  /// The values of the answers, each line once, in order of epoch file and number.
  func values() throws(SystemFailure) -> [String] {
    var seen: Set<String> = []
    return try lines().filter { seen.insert($0.epoch + "-\($0.number)").inserted }.compactMap(\.value)
  }

  func verify() throws(SystemFailure) -> VerificationReport {
    var verifier = JournalVerifier()
    for name in try names {
      let content = try FileSystem.live.contents(of: directory + "/" + name)
      verifier.add(content, label: name, device: device, name: name)
    }
    return verifier.finish()
  }
}
