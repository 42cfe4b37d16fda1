internal import Journal

/// A copy of a log file as it came from outside: what of it is whole, and where it is damaged.
struct LogCopy {
  /// A stretch that is no line of the log.
  struct Stretch {
    let line: Int
    let kind: DamageKind
    /// Numbers of the lines around it.
    let after: UInt64
    var before: UInt64?
  }

  let origin: Origin
  /// Whole lines from the beginning on, up to the first stretch that is none.
  private(set) var plain: [UInt8] = []
  /// The whole lines behind that.
  private var rest: [UInt8] = []
  private(set) var damaged: [Stretch] = []

  /// Everything that is a whole line of the log.
  var lines: [UInt8] { rest.isEmpty ? plain : plain + rest }

  /// Whether every byte belongs to a line of the log.
  var isWhole: Bool { damaged.isEmpty }

  /// Reads a copy of a file of a device and epoch.
  init(_ content: [UInt8], of origin: Origin) {
    self.origin = origin
    var (rest, damaged): ([UInt8], [Stretch]) = ([], [])
    var plain = 0
    var last: UInt64 = 0
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard let view = line.view, view.belongs(toDevice: origin.device, epoch: origin.epoch) else {
          damaged.append(Stretch(line: line.number, kind: line.damage ?? .foreign, after: last))
          return
        }
        for place in damaged.indices.reversed() where damaged[place].before == nil {
          damaged[place].before = view.number
        }
        last = max(last, view.number)
        if damaged.isEmpty { plain = line.offset + line.length } else { rest.append(contentsOf: view.bytes) }
      }
    }
    self.plain = damaged.isEmpty ? content : Array(content[..<plain])
    self.rest = rest
    // A file without a single line is one thing that is wrong, not as many as it has LFs.
    self.damaged = last == 0 ? Array(damaged.prefix(1)) : damaged
  }
}

extension Projection {
  /// Whether every line that may have stood in a damaged stretch of a copy is known from elsewhere.
  func knowsLines(of stretch: LogCopy.Stretch, _ origin: Origin) -> Bool {
    guard let hashes = origins[origin.device]?[origin.epoch]?.hashes else { return false }
    let first = stretch.after + 1
    let last = max(first, stretch.before.map { $0 - 1 } ?? first)
    guard last <= UInt64(hashes.count) else { return false }
    return (first...last).allSatisfy { hashes[Int($0 - 1)] != .zero }
  }

  /// How many lines of a device are known.
  func lineCount(of device: String) -> Int {
    (origins[device] ?? [:]).values.reduce(0) { count, index in
      count + index.hashes.count { $0 != .zero } + index.others.values.reduce(0) { $0 + $1.count }
    }
  }
}
