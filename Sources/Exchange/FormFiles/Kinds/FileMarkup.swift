/// Any file.
struct FileMarkup: KindMarkup {
  var typeName: String { "file" }

  var control: String? { "upload" }

  var bindType: String? { "binary" }

  var mediaType: String? { "application/*" }
}
