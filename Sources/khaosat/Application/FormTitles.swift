internal import Fieldwork
internal import Records
internal import Screens
internal import Synchronization

/// The forms that the list speaks of. Read at the start and after an exchange, which may bring some, not after every
/// record.
final class FormTitles: Sendable {
  private let library: FormLibrary
  private let summaries: Mutex<[FormSummary]>

  /// Reads the forms of this machine, and of those that other laptops brought the ones that a snapshot names.
  init(_ library: FormLibrary, for snapshot: Snapshot) {
    self.library = library
    summaries = Mutex(Self.read(library, snapshot))
  }

  /// The forms as last read.
  var all: [FormSummary] { summaries.withLock { $0 } }

  /// Reads them again.
  func refresh(for snapshot: Snapshot) {
    let new = Self.read(library, snapshot)
    summaries.withLock { $0 = new }
  }

  private static func read(_ library: FormLibrary, _ snapshot: Snapshot) -> [FormSummary] {
    let wanted = Set(snapshot.visits.values.flatMap(\.visit.forms) + snapshot.records.values.map(\.form))
    return library.titles(wanted: wanted).map { FormSummary(id: $0.id, titles: $0.titles) }
  }
}
