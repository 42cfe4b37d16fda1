/// Any choices of a list, separated by spaces.
struct SelectMultipleKind: KindDescription {
  var parameters: Set<String> { ["randomize", "seed", "value", "label"] }
}
