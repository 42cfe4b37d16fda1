/// A picture.
struct ImageMarkup: KindMarkup {
  var typeName: String { "image" }

  var control: String? { "upload" }

  var bindType: String? { "binary" }

  var mediaType: String? { "image/*" }
}
