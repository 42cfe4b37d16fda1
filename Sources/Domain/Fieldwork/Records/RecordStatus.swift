/// How a filled form stands.
package enum RecordStatus: String, Sendable, CaseIterable, Hashable {
  /// Being filled.
  case draft
  /// Finished by the enumerator.
  case finalised
  /// Sent back by a reviewer.
  case returned
  /// Accepted by a reviewer.
  case approved
  /// Not to be counted.
  case void

  /// What can be done to a record.
  package enum Action: String, Sendable, CaseIterable {
    /// The enumerator finishes it.
    case finalise
    /// The enumerator opens it again.
    case reopen
    /// The reviewer sends it back.
    case returnForCorrection = "return"
    /// The reviewer accepts it.
    case approve
    /// It is taken out of every count.
    case void
  }

  /// The status after an action, or nil where the action has no place.
  package func after(_ action: Action) -> RecordStatus? {
    switch (self, action) {
    case (.draft, .finalise), (.returned, .finalise): .finalised
    case (.finalised, .reopen), (.returned, .reopen), (.void, .reopen): .draft
    case (.finalised, .returnForCorrection), (.approved, .returnForCorrection): .returned
    case (.finalised, .approve): .approved
    case (.draft, .void), (.finalised, .void), (.returned, .void), (.approved, .void): .void
    default: nil
    }
  }

  /// Whether answers can be changed without opening the record again.
  package var isOpen: Bool { self == .draft || self == .returned }
}
