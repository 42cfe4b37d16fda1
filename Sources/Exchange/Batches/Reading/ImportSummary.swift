/// What came into the store.
package struct ImportSummary: Sendable, Equatable {
  /// Records whose line is new here.
  package var new: [String] = []
  /// Records whose line was here already.
  package var known = 0
  /// Attachments and submissions that are new.
  package var media = 0
  /// Form definitions that are new.
  package var forms = 0
  /// What the check of the batch found: damaged parts were left out.
  package var report: BatchReport

  /// Nothing came.
  package init(report: BatchReport) { self.report = report }

  /// Whether the store is as it was.
  package var isUnchanged: Bool { new.isEmpty && media == 0 && forms == 0 }
}
