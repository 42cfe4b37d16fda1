/// What may be said on the screen about the answers given so far. It is true at every moment.
package enum SaveState: Sendable, Equatable {
  /// Every line is on the medium: `fdatasync` has returned after its write.
  case saved
  /// So many lines wait for the medium.
  case saving(Int)
  /// So many lines are in memory only, because writing failed for this reason.
  case unsaved(Int, JournalProblem)
}
