/// A whole number.
struct IntegerMarkup: KindMarkup {
  var typeName: String { "integer" }

  var control: String? { "input" }

  var bindType: String? { "int" }
}
