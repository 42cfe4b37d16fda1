/// One of a list.
struct SelectOneMarkup: KindMarkup {
  var typeName: String { "select_one" }

  var control: String? { "select1" }

  var bindType: String? { "string" }
}
