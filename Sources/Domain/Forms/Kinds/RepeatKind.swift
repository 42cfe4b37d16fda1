/// A repeat: its rows hold others.
struct RepeatKind: KindDescription {
  var hasControl: Bool { false }
}
