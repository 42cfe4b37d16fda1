/// A time of day.
struct TimeMarkup: KindMarkup {
  var typeName: String { "time" }

  var control: String? { "input" }

  var bindType: String? { "time" }
}
