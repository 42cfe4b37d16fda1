/// A computed value without control.
struct CalculateMarkup: KindMarkup {
  var typeName: String { "calculate" }

  var bindType: String? { "string" }
}
