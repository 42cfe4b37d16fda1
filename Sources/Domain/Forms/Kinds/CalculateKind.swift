/// A computed value, not shown.
struct CalculateKind: KindDescription {
  var hasControl: Bool { false }
}
