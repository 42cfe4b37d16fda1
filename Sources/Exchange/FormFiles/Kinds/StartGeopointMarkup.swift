/// A point set when the form is first opened.
struct StartGeopointMarkup: KindMarkup {
  var typeName: String { "start-geopoint" }

  var bindType: String? { "geopoint" }
}
