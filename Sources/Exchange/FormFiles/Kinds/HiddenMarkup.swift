/// A value without control.
struct HiddenMarkup: KindMarkup {
  var typeName: String { "hidden" }

  var bindType: String? { "string" }
}
