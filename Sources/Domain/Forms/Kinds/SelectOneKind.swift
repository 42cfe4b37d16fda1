/// One choice of a list.
struct SelectOneKind: KindDescription {
  var parameters: Set<String> { ["randomize", "seed", "value", "label"] }
}
