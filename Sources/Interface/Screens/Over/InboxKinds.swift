internal import Forms

/// Which files a question of a kind can take, by the ending of the name: what phones, cameras and recorders write.
enum InboxKinds {
  private static let endings: [QuestionKind: Set<String>] = [
    .image: ["jpg", "jpeg", "png", "heic", "heif", "webp", "gif", "bmp", "tif", "tiff"],
    .audio: ["mp3", "m4a", "aac", "amr", "ogg", "opus", "wav", "flac", "3gp"],
    .video: ["mp4", "mov", "3gp", "mkv", "avi", "webm", "m4v"],
  ]

  /// Whether a file can be the answer; every file can answer a question for a file.
  static func fits(_ name: String, _ kind: QuestionKind) -> Bool {
    guard let endings = endings[kind] else { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
