/// A value that is neither asked nor shown.
struct HiddenKind: KindDescription {
  var hasControl: Bool { false }
}
