/// A sound.
struct AudioMarkup: KindMarkup {
  var typeName: String { "audio" }

  var control: String? { "upload" }

  var bindType: String? { "binary" }

  var mediaType: String? { "audio/*" }
}
