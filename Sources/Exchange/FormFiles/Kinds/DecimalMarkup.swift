/// A number.
struct DecimalMarkup: KindMarkup {
  var typeName: String { "decimal" }

  var control: String? { "input" }

  var bindType: String? { "decimal" }
}
