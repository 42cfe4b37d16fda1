/// Several of a list.
struct SelectMultipleMarkup: KindMarkup {
  var typeName: String { "select_multiple" }

  var control: String? { "select" }

  var bindType: String? { "string" }
}
