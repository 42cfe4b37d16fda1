package import Journal

/// What is wanted of an import, and what comes from the surroundings.
package struct ImportOptions: Sendable {
  /// Wall clock, milliseconds since 1970 UTC.
  package var now: Int64
  /// Whether only batches signed by a known key are taken.
  package var requiresTrust = false
  /// System calls for the batch.
  package var fileSystem = FileSystem.live
  /// Told how many files of how many are read.
  package var progress: @Sendable (Int, Int) -> Void = { _, _ in }

  /// The usual import at a time: whatever is valid is taken.
  package init(now: Int64) { self.now = now }
}
