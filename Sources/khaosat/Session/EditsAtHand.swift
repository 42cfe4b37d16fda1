internal import JSON
internal import Journal
internal import Records

/// Whether the edits that led to a finished form are here, or stayed on the laptop where they were made: then the form
/// came as a whole, in a batch.
struct EditsAtHand {
  private var sinceDone = 0
  private var hasAny = false
  /// Devices that changed answers since they last finished the record.
  private var writers: Set<String> = []

  /// Takes the next event of a record; true for a `done` whose edits are not here.
  mutating func lack(_ event: Event) -> Bool {
    if event.kind.isChange, !event.body.isSealed {
      sinceDone += 1
      hasAny = true
      writers.insert(event.device)
    }
    guard event.kind == .done else { return false }
    let claimed = event.body.payload?["changes"]?.intValue
    let isMissing = sinceDone == 0 && !writers.contains(event.device) && (claimed.map { $0 > 0 } ?? !hasAny)
    sinceDone = 0
    writers.remove(event.device)
    return isMissing
  }
}
