/// A line of text.
struct TextMarkup: KindMarkup {
  var typeName: String { "text" }

  var control: String? { "input" }

  var bindType: String? { "string" }
}
