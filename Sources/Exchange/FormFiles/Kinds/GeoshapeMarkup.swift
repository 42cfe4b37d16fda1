/// An area.
struct GeoshapeMarkup: KindMarkup {
  var typeName: String { "geoshape" }

  var control: String? { "input" }

  var bindType: String? { "geoshape" }
}
