/// Free text.
struct TextKind: KindDescription {
  var parameters: Set<String> { ["rows"] }
}
