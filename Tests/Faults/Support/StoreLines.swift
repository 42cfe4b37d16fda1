import Foundation
import JSON
import Journal

/// The valid lines of a store, read from the bytes without asking the program.
struct StoreLines {
  /// Values that were set, each once.
  var values: Set<String> = []
  /// Values in the order of the hybrid clock.
  var ordered: [String] = []
  /// The bytes of every valid line.
  var lines: Set<[UInt8]> = []
  /// How often each kind stands there.
  var kinds: [String: Int] = [:]

  /// Reads the logs below the folders `data` and `peers` of a store.
  init(_ store: String) {
    var clocked: [(clock: UInt64, value: String)] = []
    for area in ["data", "peers"] {
      for file in Self.logs(store + "/" + area) {
        let bytes = [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data())
        bytes.withUnsafeBytes { buffer in
          SegmentScanner.scan(buffer) { scanned in
            guard let view = scanned.view, lines.insert(Array(view.bytes)).inserted else { return }
            kinds[view.kind, default: 0] += 1
            guard view.isKind("set"), let value = view.body.payload?["value"]?.stringValue else { return }
            values.insert(value)
            clocked.append((view.clock.raw, value))
          }
        }
      }
    }
    ordered = clocked.sorted { $0.clock < $1.clock }.map(\.value)
  }

  /// The log files below a folder, sorted.
  static func logs(_ folder: String) -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).filter { $0.hasSuffix(".jsonl") }.sorted().map {
      folder + "/" + $0
    }
  }
}
