package import JSON

/// Checks logs to the last byte: every line by its checksum, every epoch by its chain, every sealed file by its seal.
/// Files are given one after the other; what spans files is said at the end.
package struct JournalVerifier {
  fileprivate struct Entry: Sendable {
    var number: UInt64
    var hash: LineHash
    var previous: LineHash
    var clock: HybridClock
    var file: Int32
    var line: Int32

    var link: ChainLink { ChainLink(number: number, hash: hash, previous: previous, clock: clock) }
  }

  private struct Origin: Hashable {
    var device: String
    var epoch: String
  }

  /// What is remembered of a file until all are read, because a later head may declare a stretch of it dead.
  private struct File {
    var label: String
    var device: String
    var name: String
    var suspects: [Suspect] = []
    /// Whether it holds no more than the beginning of the first line of an epoch.
    var isBegun = false
  }

  fileprivate struct Suspect: Sendable {
    var line: Int
    var offset: Int
    var length: Int
    var hash: ContentHash?
    var kind: DamageKind
    /// Numbers of the valid lines around it in the file.
    var after: UInt64 = 0
    var before: UInt64?

    /// Whether lines are missing here in this file that are there in another one.
    func isHealed(by numbers: Set<UInt64>) -> Bool {
      guard let before, before > after + 1, [.checksum, .frame, .zeros, .json, .tooLong].contains(kind) else {
        return false
      }
      return (after + 1..<before).allSatisfy(numbers.contains)
    }
  }

  private var files: [File] = []
  private var entries: [Origin: [Entry]] = [:]
  private var dead: [String: [DeadBytes]] = [:]
  private var known: [Origin: UInt64] = [:]
  /// Lines that came without their logs, by number.
  private var loose: [Origin: [UInt64: [Entry]]] = [:]
  private var vouched: Set<LineHash> = []
  private var current: [String: String] = [:]
  /// Epochs that heads name as gone before.
  private var previous: Set<Origin> = []
  private var report = VerificationReport()

  /// Nothing checked yet.
  package init() {}

  /// Somebody else has seen this number: a log that ends before it lacks its tail.
  package mutating func expect(device: String, epoch: String, upTo number: UInt64) {
    let origin = Origin(device: device, epoch: epoch)
    known[origin] = max(known[origin] ?? 0, number)
  }

  /// The epoch that a device of ours goes on with. An epoch is entered there before its first line is acknowledged, so a
  /// file of another one that ends inside its first line never held anything.
  package mutating func own(device: String, epoch: String) { current[device] = epoch }

  /// Takes a line that stands in no log here, but belongs to one: two different lines of one number show all the same.
  package mutating func add(loose view: LineView, name: LineHash, label: String, line: Int) {
    if files.last?.label != label { files.append(File(label: label, device: "", name: "")) }
    let entry = Entry(
      number: view.number, hash: name, previous: view.previous, clock: view.clock, file: Int32(files.count - 1),
      line: Int32(clamping: line))
    loose[Origin(device: view.device, epoch: view.epoch), default: [:]][view.number, default: []].append(entry)
  }

  /// Lines that signed batches prove.
  package mutating func vouch(for lines: some Sequence<LineHash>) { vouched.formUnion(lines) }

  /// Notes a file that cannot be read, or another damage found by the caller.
  package mutating func add(_ damage: Damage) { report.damaged.append(damage) }

  /// Checks the content of one file of the log of `device`.
  package mutating func add(_ content: [UInt8], label: String, device: String, name: String) {
    add(Self.scan(content, label: label, device: device, name: name) { _, _, _ in })
  }

  /// Walks through one file; several may be walked through at once. `visit` is shown every line that counts.
  package static func scan(
    _ content: [UInt8], label: String, device: String, name: String, _ visit: (Int, LineView, JSONObject?) -> Void
  ) -> FileCheck {
    guard let segment = SegmentName(fileName: name) else {
      return FileCheck(label: label, device: device, name: name, scan: nil)
    }
    var scan = FileScan(segment: segment, device: device)
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { scan.see($0, in: bytes, visit) }
      scan.finish(bytes)
    }
    return FileCheck(label: label, device: device, name: name, scan: scan)
  }

  /// Takes what a walk through a file gathered, in the order in which files are to be named.
  package mutating func add(_ check: FileCheck) {
    guard let scan = check.scan else {
      report.damaged.append(Damage(file: check.label, line: 0, kind: .name))
      return
    }
    let index = Int32(files.count)
    let origin = Origin(device: check.device, epoch: scan.segment.epoch)
    entries[origin, default: []] += scan.entries.lazy.map { entry in
      var entry = entry
      entry.file = index
      return entry
    }
    dead[check.device, default: []] += scan.dead
    previous.formUnion(scan.previous.map { Origin(device: check.device, epoch: $0) })
    files.append(
      File(
        label: check.label, device: check.device, name: check.name, suspects: scan.suspects, isBegun: scan.isBegun))
  }

  /// Says what all files together show.
  package consuming func finish() -> VerificationReport {
    let numbers = entries.mapValues { Set($0.map(\.number)) }
    for file in files { settle(file, numbers) }
    for (origin, entries) in entries.sorted(by: { ($0.key.device, $0.key.epoch) < ($1.key.device, $1.key.epoch) }) {
      follow(entries.sorted { ($0.number, $0.hash, $0.file) < ($1.number, $1.hash, $1.file) }, of: origin)
    }
    for origin in loose.keys where entries[origin] == nil { follow([], of: origin) }
    for (origin, number) in known where entries[origin] == nil {
      report.gaps.append(Gap(device: origin.device, epoch: origin.epoch, from: 1, to: number, next: nil, before: .zero))
    }
    report.damaged.sort { ($0.file, $0.line, $0.kind.rawValue) < ($1.file, $1.line, $1.kind.rawValue) }
    report.gaps.sort { ($0.device, $0.epoch, $0.from) < ($1.device, $1.epoch, $1.from) }
    return report
  }

  /// A suspect stretch is damage unless a head of the same device declares it dead and its bytes are still the same.
  private mutating func settle(_ file: File, _ numbers: [Origin: Set<UInt64>]) {
    let epoch = SegmentName(fileName: file.name)?.epoch ?? ""
    let origin = Origin(device: file.device, epoch: epoch)
    if file.isBegun, isNeverAcknowledged(origin) {
      report.deadBytes += file.suspects.reduce(0) { $0 + $1.length }
      return
    }
    let there = numbers[origin] ?? []
    let declared = (dead[file.device] ?? []).filter { $0.file == file.name }
    for suspect in file.suspects {
      guard let cover = declared.first(where: { $0.covers(suspect.offset) }) else {
        let damage = Damage(file: file.label, line: suspect.line, kind: suspect.kind)
        if suspect.isHealed(by: there) { report.healed.append(damage) } else { report.damaged.append(damage) }
        continue
      }
      report.deadBytes += suspect.length
      if let hash = cover.hash, suspect.hash != nil, cover.from == suspect.offset, cover.length == suspect.length,
        hash != suspect.hash
      {
        report.damaged.append(Damage(file: file.label, line: suspect.line, kind: .dead))
      }
    }
  }

  /// Whether the first write of an epoch of ours was interrupted: it was never gone on with, and no other one followed it.
  private func isNeverAcknowledged(_ origin: Origin) -> Bool {
    guard let current = current[origin.device], current != origin.epoch, !previous.contains(origin) else {
      return false
    }
    return (known[origin] ?? 0) == 0 && (entries[origin] ?? []).isEmpty
  }

  /// Walks the lines of an epoch by number.
  private mutating func follow(_ sorted: [Entry], of origin: Origin) {
    var before: [Entry] = []
    var index = 0
    while index < sorted.count {
      var same: [Entry] = []
      let number = sorted[index].number
      while index < sorted.count, sorted[index].number == number {
        if same.last?.hash != sorted[index].hash { same.append(sorted[index]) }
        index += 1
      }
      report.lines += same.count
      // Looked at apart from the log: what came alone fills no gap.
      same = settleBranches(of: same, number, sorted[index...], origin, isFirst: before.count <= 1)
      for entry in same { check(entry, after: before, of: origin) }
      let last = before.first?.number ?? 0
      if number > last + 1 {
        report.gaps.append(
          Gap(
            device: origin.device, epoch: origin.epoch, from: last + 1, to: number - 1, next: same.first?.previous,
            before: before.first?.hash ?? .zero))
      }
      before = same
    }
    for number in (loose[origin] ?? [:]).keys.sorted() {
      _ = settleBranches(of: [], number, [], origin, isFirst: true)
    }
    let last = before.first?.number ?? 0
    if let known = known[origin], known > last {
      report.gaps.append(
        Gap(
          device: origin.device, epoch: origin.epoch, from: last + 1, to: known, next: nil,
          before: before.first?.hash ?? .zero))
    }
    if before.count == 1, let end = before.first {
      report.ends.append(
        Gap(
          device: origin.device, epoch: origin.epoch, from: end.number + 1, to: .max, next: nil, before: end.hash))
    }
  }

  /// Tells which of several lines of one number were changed, which are branches, and gives back those of the log that
  /// count.
  private mutating func settleBranches(
    of same: [Entry], _ number: UInt64, _ later: ArraySlice<Entry>, _ origin: Origin, isFirst: Bool
  ) -> [Entry] {
    var all = same
    for entry in loose[origin]?.removeValue(forKey: number) ?? [] where !all.contains(where: { $0.hash == entry.hash })
    {
      all.append(entry)
    }
    guard all.count > 1 else { return same }
    let followers = later.prefix { $0.number == number + 1 } + (loose[origin]?[number + 1] ?? [])
    let altered = ChainLink.altered(all.map(\.link), named: vouched.union(followers.map(\.previous)))
    for entry in all where altered.contains(entry.hash) { damage(entry, .altered) }
    if all.count - altered.count > 1, isFirst {
      report.forks.append(Fork(device: origin.device, epoch: origin.epoch, number: number))
    }
    let counting = same.filter { !altered.contains($0.hash) }
    return counting.isEmpty ? same : counting
  }

  private mutating func check(_ entry: Entry, after before: [Entry], of origin: Origin) {
    if entry.number == 1 {
      if entry.previous != .zero { damage(entry, .chain) }
      return
    }
    guard let last = before.first, last.number + 1 == entry.number else { return }
    guard let parent = before.first(where: { $0.hash == entry.previous }) else {
      report.contradicted.append(
        Gap(
          device: origin.device, epoch: origin.epoch, from: last.number, to: last.number, next: entry.previous,
          before: last.previous))
      return damage(entry, .chain)
    }
    if parent.clock >= entry.clock { damage(entry, .clock) }
  }

  private mutating func damage(_ entry: Entry, _ kind: DamageKind) {
    report.damaged.append(Damage(file: files[Int(entry.file)].label, line: Int(entry.line), kind: kind))
  }
}

// MARK: - One file

extension JournalVerifier {
  /// What a walk through a file gathered.
  package struct FileCheck: Sendable {
    fileprivate let label: String
    fileprivate let device: String
    fileprivate let name: String
    /// Nil when the name is none of a log.
    fileprivate let scan: FileScan?
  }

  /// What one walk through a file gathers.
  fileprivate struct FileScan: Sendable {
    let segment: SegmentName
    let device: String
    var entries: [Entry] = []
    var suspects: [Suspect] = []
    var dead: [DeadBytes] = []
    /// Epochs that heads name as gone before.
    var previous: [String] = []
    /// Whether the file holds no more than the beginning of the first line of an epoch.
    var isBegun = false
    private var resent: Int?
    private var linesBeforeHead = 0
    private var known: Set<LineHash>?
    private var seal: (line: Int, offset: Int, payload: JSONObject, linesBefore: Int)?

    init(segment: SegmentName, device: String) {
      self.segment = segment
      self.device = device
    }

    mutating func see(
      _ line: ScannedLine, in bytes: UnsafeRawBufferPointer, _ visit: (Int, LineView, JSONObject?) -> Void
    ) {
      guard let view = line.view else { return suspect(line, line.damage ?? .frame, in: bytes) }
      guard view.belongs(toDevice: device, epoch: segment.epoch) else { return suspect(line, .foreign, in: bytes) }
      if seal != nil { return suspect(line, .behindSeal, in: bytes) }
      let entry = Entry(
        number: view.number, hash: view.hash, previous: view.previous, clock: view.clock, file: 0,
        line: Int32(clamping: line.number))
      for place in suspects.indices.reversed() {
        guard suspects[place].before == nil else { break }
        suspects[place].before = entry.number
      }
      if let last = entries.last, last.number >= entry.number {
        suspect(line, isKnown(entry.hash) ? .duplicate : .order, in: bytes)
      }
      let payload = view.body.payload
      if view.isKind("head") { head(payload) }
      if view.isKind("seal"), let payload, payload["segment"]?.intValue == segment.segment {
        seal = (line.number, line.offset, payload, entries.count)
      }
      if resent == nil { linesBeforeHead += 1 }
      entries.append(entry)
      known?.insert(entry.hash)
      guard payload != nil || view.body.isWellFormed else { return suspect(line, .json, in: bytes) }
      visit(line.number, view, payload)
    }

    /// Whether a line of this hash came before. Asked only of lines out of order, which a whole log has none of.
    private mutating func isKnown(_ hash: LineHash) -> Bool {
      let hashes = known ?? Set(entries.map(\.hash))
      known = hashes
      return hashes.contains(hash)
    }

    private mutating func head(_ payload: JSONObject?) {
      guard let payload else { return }
      if let epoch = payload["previous"]?["e"]?.stringValue { previous.append(epoch) }
      dead += (payload["dead"]?.arrayValue ?? []).compactMap(DeadBytes.init)
      guard payload["segment"]?.intValue == segment.segment, resent == nil else { return }
      resent = payload["resent"]?.intValue ?? 0
    }

    private mutating func suspect(_ line: ScannedLine, _ kind: DamageKind, in bytes: UnsafeRawBufferPointer) {
      let stretch = UnsafeRawBufferPointer(rebasing: bytes[line.offset..<line.offset + line.length])
      var hash = RunningHash()
      hash.update(stretch)
      suspects.append(
        Suspect(
          line: line.number, offset: line.offset, length: line.length, hash: hash.value, kind: kind,
          after: entries.last?.number ?? 0))
    }

    mutating func finish(_ bytes: UnsafeRawBufferPointer) {
      let first = Array(#"{"v":1,"d":"\#(device)","e":"\#(segment.epoch)","n":1,"t":""#.utf8)
      isBegun =
        segment.segment == 1 && entries.isEmpty && !bytes.contains(0x0A)
        && bytes.prefix(first.count).elementsEqual(first.prefix(bytes.count))
      // A damaged line may have been the head, and breaks the seal anyway: it has been named already.
      guard suspects.isEmpty, !segment.isRescued else { return }
      if resent == nil || resent != linesBeforeHead {
        suspects.append(Suspect(line: 1, offset: 0, length: 0, hash: nil, kind: .head))
      }
      guard let seal else { return }
      var hash = RunningHash()
      hash.update(UnsafeRawBufferPointer(rebasing: bytes[..<seal.offset]))
      if seal.payload["lines"]?.intValue != seal.linesBefore || seal.payload["sha256"]?.stringValue != hash.value.hex {
        suspects.append(Suspect(line: seal.line, offset: seal.offset, length: 0, hash: nil, kind: .seal))
      }
    }
  }
}
