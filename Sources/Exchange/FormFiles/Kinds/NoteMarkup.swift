/// A text shown: an input that cannot be written to.
struct NoteMarkup: KindMarkup {
  var typeName: String { "note" }

  var control: String? { "input" }

  var bindType: String? { "string" }
}
