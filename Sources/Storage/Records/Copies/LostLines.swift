internal import Journal

/// Lines that the logs of a store lack, and what proves them.
struct LostLines {
  /// Stretches of numbers. Those without an end lie behind the end of a log.
  private let gaps: [RescuedLines.Key: [Gap]]
  /// Devices of which whole epochs may be missing.
  private let devices: Set<String>

  /// What a check found missing or not proved. `devices` are those of which a copy may know more than the store.
  init(_ report: VerificationReport, openEnds devices: Set<String> = []) {
    let ends = report.ends.filter { devices.contains($0.device) }
    gaps = Dictionary(grouping: report.gaps + report.contradicted + ends) {
      RescuedLines.Key(device: $0.device, epoch: $0.epoch)
    }
    self.devices = devices
  }

  /// Whether lines of an epoch may be wanted.
  func concerns(_ device: String, _ epoch: String) -> Bool {
    devices.contains(device) || gaps[RescuedLines.Key(device: device, epoch: epoch)] != nil
  }

  /// Whether a number is wanted.
  func wants(_ key: RescuedLines.Key, _ number: UInt64) -> Bool {
    guard let gaps = gaps[key] else { return devices.contains(key.device) }
    return gaps.contains { $0.from <= number && number <= $0.to }
  }

  /// The lines among those gathered that the chain proves.
  func proved(_ candidates: RescuedLines) -> Set<LineHash> {
    var proved: Set<LineHash> = []
    for (key, lines) in candidates.lines {
      let whole = Gap(device: key.device, epoch: key.epoch, from: 1, to: .max, next: nil, before: .zero)
      for gap in gaps[key] ?? [whole] { prove(gap, lines, &proved) }
    }
    return proved
  }

  private func prove(_ gap: Gap, _ lines: [RescuedLines.Line], _ proved: inout Set<LineHash>) {
    let byHash = Dictionary(lines.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
    var next = gap.next
    var number = gap.to
    while number >= gap.from, let hash = next, let line = byHash[hash], line.number == number {
      proved.insert(hash)
      next = line.previous
      number -= 1
    }
    guard gap.next == nil else { return }
    // Forwards, each line must name the one before; where two do, the log was forked and neither is proved.
    let followers = Dictionary(grouping: byHash.values, by: \.previous)
    var last = gap.before
    number = gap.from
    while number <= gap.to {
      let some = (followers[last] ?? []).filter { $0.number == number }
      guard some.count == 1, let line = some.first else { break }
      proved.insert(line.hash)
      last = line.hash
      number += 1
    }
  }
}
