internal import Fieldwork
internal import Journal
internal import Records

/// The finished records that leave, in the order of merging.
struct BatchSelection {
  /// The records.
  var records: [BatchRecord] = []
  /// Finished ones that are sealed with a key that is not here.
  var locked = 0
  /// Finished ones whose answers say something else by now: they wait until somebody has finished them anew.
  var disputed: [String] = []
  /// Finished ones that an earlier batch holds as they are.
  var earlier = 0

  /// Picks the records of a store. Drafts, voided ones and those sent back for correction stay.
  init(of snapshot: Snapshot, selection: BatchOptions.Selection, form: String?) {
    for state in snapshot.records.values where state.status == .finalised || state.status == .approved {
      let events = state.events
      guard let place = state.lastDone, place < events.count else { continue }
      let event = events[place]
      if event.body.isSealed { locked += 1 }
      guard let frozen = FrozenSubmission(event) else { continue }
      let record = BatchRecord(
        state: state, event: event, frozen: frozen, content: frozen.content, label: frozen.label,
        author: snapshot.author(of: event))
      if let form, record.form != form { continue }
      if state.isDisputed || state.hasOpenConflict {
        disputed.append(state.id)
        continue
      }
      if selection == .new, state.isExported {
        earlier += 1
        continue
      }
      records.append(record)
    }
    disputed.sort()
    records.sort { Event.isBefore($0.event, $1.event) }
  }

  /// Why there is nothing to take.
  var nothing: BatchProblem {
    disputed.isEmpty ? .nothingToExport(earlier: earlier) : .disputed(records: disputed)
  }

  /// The versions that leave, for the journal.
  var versions: [(record: String, done: LineHash)] { records.map { ($0.state.id, $0.event.hash) } }

  /// The lines beside the records that say by whom and with which form they were filled: `open` of each record, and of
  /// each device the `user` in force.
  func context(in snapshot: Snapshot) -> [Event] {
    var events: [LineHash: Event] = [:]
    for record in records {
      for event in record.state.events where event.kind == .open && !event.body.isSealed { events[event.hash] = event }
      let users = snapshot.users[record.event.device] ?? []
      if let user = users.last(where: { Event.isBefore($0, record.event) }), !user.body.isSealed {
        events[user.hash] = user
      }
    }
    return events.values.sorted(by: Event.isBefore)
  }
}
