internal import Expressions

/// A point taken when another answer changes, where a source of positions exists.
struct BackgroundGeopointKind: KindDescription {
  var hasControl: Bool { false }

  var leafType: LeafType { .geo }
}
