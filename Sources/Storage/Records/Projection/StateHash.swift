internal import Fieldwork
internal import JSON
package import Journal

extension Snapshot {
  /// One hash of everything that was folded: two stores with the same lines have the same, however they came by them.
  package var stateHash: ContentHash {
    var hash = RunningHash()
    func put(_ parts: String...) { hash.update(Array((parts.joined(separator: "\u{1f}") + "\n").utf8)) }
    for record in records.values.sorted(by: { $0.id < $1.id }) {
      put("record", record.id, record.form, record.version, record.formHash, record.visit ?? "", record.zone)
      put(record.status.rawValue, record.isExported ? "exported" : "", record.isChangedAfterDone ? "changed" : "")
      put(record.isFinishedUnaware ? "unaware" : "", String(record.changes))
      put(String(record.created), String(record.updated), record.device, record.summary.label)
      for event in record.events { put(event.hash.hex) }
      for (field, state) in record.fields.fields.sorted(by: { $0.key < $1.key }) {
        for leaf in state.leaves { put(field, leaf.version.hex, leaf.value ?? "", leaf.reason ?? "") }
      }
    }
    for visit in visits.values.sorted(by: { $0.id < $1.id }) { put(JSONValue.object(visit.visit.json).serialised()) }
    for (list, entries) in cases.sorted(by: { $0.key < $1.key }) {
      for (id, fields) in entries.sorted(by: { $0.key < $1.key }) {
        put(list, id, JSONValue.object(fields).serialised())
      }
    }
    for (device, events) in users.sorted(by: { $0.key < $1.key }) {
      for event in events { put(device, event.hash.hex) }
    }
    for event in exports + imports { put(event.hash.hex) }
    for fork in forks.sorted(by: { ($0.device, $0.epoch) < ($1.device, $1.epoch) }) {
      put("fork", fork.device, fork.epoch, String(fork.number))
    }
    return hash.value
  }
}
