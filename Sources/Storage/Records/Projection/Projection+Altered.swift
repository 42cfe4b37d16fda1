internal import JSON
package import Journal

/// Lines of one number of which the chain proves one: the others do not count.
extension Projection {
  /// Looks again at the logs in which a number came twice. Their files are read for it, which happens when somebody
  /// changed a line, or a machine was cloned.
  mutating func settleAltered() {
    guard !unsettled.isEmpty else { return }
    let links = lines.links(of: unsettled)
    unsettled = []
    let vouched = snapshot.vouchedLines
    var altered: [RecordID: Set<LineHash>] = [:]
    var others: Set<LineHash> = []
    for (origin, lines) in Dictionary(grouping: links, by: \.origin) {
      let named = vouched.union(lines.map(\.link.previous))
      var branches: [UInt64] = []
      var found = false
      for (number, same) in Dictionary(grouping: lines, by: \.link.number) {
        let unique = Dictionary(same.map { ($0.link.hash, $0) }, uniquingKeysWith: { first, _ in first })
        guard unique.count > 1 else { continue }
        let changed = ChainLink.altered(unique.values.map(\.link), named: named)
        for hash in changed {
          if let record = unique[hash]?.record {
            altered[record, default: []].insert(hash)
          } else {
            others.insert(hash)
          }
        }
        found = found || !changed.isEmpty
        if unique.count - changed.count > 1 { branches.append(number) }
      }
      guard found else { continue }
      snapshot.forks = snapshot.forks.filter { $0.device != origin.device || $0.epoch != origin.epoch }
      if let first = branches.min() {
        snapshot.forks.insert(Fork(device: origin.device, epoch: origin.epoch, number: first))
      }
    }
    for (record, hashes) in altered { setAside(hashes, of: record) }
    if !others.isEmpty { setAside(others) }
  }

  /// Takes lines that concern no record out of what was folded. Lists are folded anew: what a key was before a line
  /// changed it is known to the logs only.
  private mutating func setAside(_ hashes: Set<LineHash>) {
    for device in snapshot.users.keys { snapshot.users[device]?.removeAll { hashes.contains($0.hash) } }
    snapshot.exports.removeAll { hashes.contains($0.hash) }
    snapshot.imports.removeAll { hashes.contains($0.hash) }
    (visitFolds, caseFolds, snapshot.visits, snapshot.cases) = ([:], [:], [:], [:])
    let waiting = Set(groups.values.flatMap { $0.events.map(\.event.hash) })
    for event in lines.events(ofKinds: [.visit, .case]) {
      guard !hashes.contains(event.hash), !waiting.contains(event.hash) else { continue }
      if event.kind == .visit { visit(event) } else { `case`(event) }
    }
    exported = [:]
    for record in snapshot.records.keys { snapshot.records[record]?.exportedVersions = [] }
    for event in snapshot.exports { mark(event) }
  }

  private mutating func setAside(_ hashes: Set<LineHash>, of record: RecordID) {
    guard var state = snapshot.records[record], !hashes.isSubset(of: state.altered) else { return }
    let events = state.events
    state.altered.formUnion(hashes)
    state.refold(events)
    tables[record] = nil
    // A record that nothing genuine speaks of is none.
    snapshot.records[record] = state.count > 0 ? state : nil
  }
}

extension Snapshot {
  /// Lines that signed batches proved when they were taken.
  var vouchedLines: Set<LineHash> {
    Set(
      imports.flatMap { event in
        (event.body.payload?["vouched"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(LineHash.init(hex:)) }
      })
  }

  /// Lines that were changed together with their checksums while the genuine ones are there; they do not count.
  package var alteredLines: Set<LineHash> { Set(records.values.flatMap(\.altered)) }
}
