/// How a visit stands. The raw value is what logs and the command line say.
package enum VisitStatus: String, Sendable, CaseIterable, Hashable {
  /// Not begun.
  case planned
  /// A form was opened.
  case inProgress = "in_progress"
  /// Everything asked for is finished.
  case done
  /// The establishment does not take part.
  case refused
  /// Nobody was there.
  case absent
  /// The establishment has stopped working.
  case closed
  /// The establishment is somewhere else now.
  case moved

  /// Whether the visit needs nothing more: done, or told why not.
  package var isSettled: Bool {
    switch self {
    case .planned, .inProgress: false
    case .done, .refused, .absent, .closed, .moved: true
    }
  }

  /// Whether the status is a reason for not having surveyed.
  package var isReasonForNone: Bool { isSettled && self != .done }
}
