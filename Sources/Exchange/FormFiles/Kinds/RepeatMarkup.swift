/// A repeat of the body and an element for each row.
struct RepeatMarkup: KindMarkup {
  var typeName: String { "repeat" }
}
