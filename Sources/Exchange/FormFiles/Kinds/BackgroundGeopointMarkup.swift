/// A point set when another answer changes.
struct BackgroundGeopointMarkup: KindMarkup {
  var typeName: String { "background-geopoint" }

  var control: String? { "trigger" }

  var bindType: String? { "geopoint" }
}
