/// A whole number from 0 to 100.
struct PercentageMarkup: KindMarkup {
  var typeName: String { "percentage" }

  var control: String? { "input" }

  var bindType: String? { "int" }
}
