/// A day and a time.
struct DateTimeMarkup: KindMarkup {
  var typeName: String { "dateTime" }

  var control: String? { "input" }

  var bindType: String? { "dateTime" }
}
