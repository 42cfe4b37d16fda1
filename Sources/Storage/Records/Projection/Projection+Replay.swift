internal import Journal

/// Files are folded in bulk: lines become steps on all processors, are admitted in order, and each record is folded once
/// from all its new steps.
extension Projection {
  /// Reads and folds log files, each from where it was read to before.
  mutating func replay(_ files: [LogFile], _ system: FileSystem, _ seal: (any Seal)?) {
    let plan = ReplayPlan(files, known: covered, lines: lines, system)
    take(plan.damaged)
    var scans = plan.scan(system, seal)
    for entry in plan.files {
      var cover = entry.known
      for place in entry.chunks {
        shiftLines(of: &scans[place], by: cover.lines)
        cover.append(scans[place].cover)
      }
      covered[entry.file.label] = CoveredFile(file: entry.file, cover: cover, status: entry.status)
    }
    for place in scans.indices { admit(&scans[place]) }
    for scan in scans {
      take(scan.damaged)
      for (step, incoming) in scan.others { take(incoming, isKnown: scan.steps[step].kind == .known) }
    }
    for (id, state) in BulkFold(scans, plan, over: self).folded() {
      snapshot.records[id] = state
      tables[id] = nil
    }
    markForked()
  }

  /// Bytes of the logs that were read.
  var coveredBytes: Int { covered.values.reduce(0) { $0 + $1.cover.size } }

  /// Logs that end before a number that was there once, and how many lines they lack.
  var missingTails: [(device: String, lines: Int)] {
    expected.compactMap { origin, number in
      let last = snapshot.devices[origin.device]?.numbers[origin.epoch] ?? 0
      return number > last ? (origin.device, Int(clamping: number - last)) : nil
    }.sorted { $0 < $1 }
  }

  /// Lines are counted from the beginning of their file.
  private func shiftLines(of scan: inout ChunkScan, by count: Int) {
    guard count > 0 else { return }
    for place in scan.damaged.indices where scan.damaged[place].line > 0 { scan.damaged[place].line += count }
    for place in scan.breaks.indices { scan.breaks[place].line += count }
  }

  /// Notes the lines of a chunk; those known already are marked.
  private mutating func admit(_ scan: inout ChunkScan) {
    guard let first = scan.steps.first, let last = scan.steps.last else { return }
    let origin = scan.chunk.origin
    var index = takeIndex(of: origin)
    if !index.others.isEmpty { unsettled.insert(origin) }
    var seen = (time: Int64.min, clock: HybridClock.zero)
    for step in scan.steps { seen = (max(seen.time, step.time), max(seen.clock, step.clock)) }
    var greatest = last.number
    if scan.cover.isPlain, scan.breaks.count == 1, index.continues(with: first.number) {
      check(scan.breaks[0], scan, index)
      index.append(scan.steps.lazy.map(\.hash))
      snapshot.lines += scan.steps.count
    } else {
      var next = scan.breaks.startIndex
      for place in scan.steps.indices {
        if next < scan.breaks.endIndex, scan.breaks[next].step == place {
          check(scan.breaks[next], scan, index)
          next += 1
        }
        let step = scan.steps[place]
        greatest = max(greatest, step.number)
        switch index.admit(step.number, step.hash) {
        case .known:
          scan.steps[place].kind = .known
          continue
        case .forked: fork(origin.device, origin.epoch, step.number)
        case .new: break
        }
        snapshot.lines += 1
      }
    }
    put(index)
    for step in scan.steps where step.isLocked && step.kind != .known { lock(step.hash) }
    clock = max(clock, seen.clock)
    note((origin, seen.time, greatest))
  }

  private mutating func check(_ gap: ChunkScan.Break, _ scan: ChunkScan, _ index: OriginIndex) {
    guard !index.follows(scan.steps[gap.step].number, gap.previous) else { return }
    snapshot.damaged.append(Damage(file: scan.chunk.file.label, line: gap.line, kind: .chain))
  }

  /// Takes a line that was admitted already.
  private mutating func take(_ incoming: Incoming, isKnown: Bool) {
    if isKnown { return again(incoming) }
    if incoming.event.kind == .head { head(incoming.event) }
    if let group = incoming.group { return hold(incoming, group) }
    apply(incoming.arrival)
  }
}
