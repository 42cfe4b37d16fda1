internal import Expressions

/// A point taken when the form is opened, where a source of positions exists.
struct StartGeopointKind: KindDescription {
  var hasControl: Bool { false }

  var leafType: LeafType { .geo }
}
