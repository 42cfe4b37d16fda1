/// A recording.
struct BackgroundAudioMarkup: KindMarkup {
  var typeName: String { "background-audio" }

  var bindType: String? { "binary" }
}
