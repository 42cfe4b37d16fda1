/// A line.
struct GeotraceMarkup: KindMarkup {
  var typeName: String { "geotrace" }

  var control: String? { "input" }

  var bindType: String? { "geotrace" }
}
