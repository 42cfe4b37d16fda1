/// A number on a scale; its parameters are attributes of the control.
struct RangeMarkup: KindMarkup {
  var typeName: String { "range" }

  var control: String? { "range" }

  var bindType: String? { "int" }
}
