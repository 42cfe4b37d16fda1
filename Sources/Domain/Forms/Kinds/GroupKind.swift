/// A group: it only holds others.
struct GroupKind: KindDescription {
  var hasControl: Bool { false }
}
