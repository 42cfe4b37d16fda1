/// A film.
struct VideoMarkup: KindMarkup {
  var typeName: String { "video" }

  var control: String? { "upload" }

  var bindType: String? { "binary" }

  var mediaType: String? { "video/*" }
}
