/// The log of the filling.
struct AuditKind: KindDescription {
  var hasControl: Bool { false }

  var parameters: Set<String> {
    [
      "location-priority", "location-min-interval", "location-max-age", "track-changes", "identify-user",
      "track-changes-reasons",
    ]
  }
}
