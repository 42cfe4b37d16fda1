/// A point.
struct GeopointMarkup: KindMarkup {
  var typeName: String { "geopoint" }

  var control: String? { "input" }

  var bindType: String? { "geopoint" }
}
