/// A day.
struct DateMarkup: KindMarkup {
  var typeName: String { "date" }

  var control: String? { "input" }

  var bindType: String? { "date" }
}
