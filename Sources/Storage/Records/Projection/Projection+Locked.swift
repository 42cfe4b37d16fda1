internal import Journal

/// Lines whose payloads cannot be read here, and what happens when they can.
extension Projection {
  /// Notes a line that is sealed with a key that is not here.
  mutating func lock(_ hash: LineHash) {
    locked.insert(hash)
    snapshot.lockedLines = locked.count
  }

  /// Takes the payload of a line that is known and was locked until now: its key came, or it came in the clear with a
  /// batch. So the state does not depend on which was first.
  mutating func unlock(_ line: Incoming) {
    let event = line.event
    guard locked.remove(event.hash) != nil else { return }
    snapshot.lockedLines = locked.count
    if let key = line.group.map({ groupKey(event, $0).key }),
      let place = groups[key]?.events.firstIndex(where: { $0.event.hash == event.hash })
    {
      groups[key]?.events[place] = line.arrival
    } else if let record = event.record {
      snapshot.records[record]?.unlock(line.arrival)
      tables[record] = nil
    } else if let place = snapshot.users[event.device]?.firstIndex(where: { $0.hash == event.hash }) {
      snapshot.users[event.device]?[place] = event
    } else if event.kind != .user {
      apply(line.arrival)
    }
  }
}
