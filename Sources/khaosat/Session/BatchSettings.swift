internal import Batches
internal import Expressions
internal import Records

/// What the program adds to every batch: the clock, its version and the archived forms.
enum BatchSettings {
  /// Options for a batch out of a store.
  static func options(all: Bool, store: Store, clock: HostClock) -> BatchOptions {
    var options = BatchOptions(all: all, now: clock.now())
    options.zoneMinutes = Int(clock.zone.offset(at: clock.now() / 1000)) / 60
    options.application = "khaosat " + ProgramVersion.text
    // A form that cannot be read again leaves the columns in the order of the answers.
    options.formLookup = { hash in try? ArchivedForm.checked(hash, in: store.forms) }
    return options
  }
}
