package import Fieldwork

/// A visit as all devices together know it.
package struct VisitState: Sendable, Equatable, Identifiable {
  /// Its identifier.
  package var id: String { visit.id }
  /// The visit.
  package let visit: Visit
  /// When it last changed, milliseconds since 1970 UTC.
  package let updated: Int64
}
