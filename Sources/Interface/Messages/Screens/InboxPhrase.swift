/// What the choice of a file from the inbox folder says.
package enum InboxPhrase: PairedPhrase {
  case title, folder, hint
  case looking, none, unreadable
  case notFile

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Chọn tệp cho câu này", "Pick a file for this question")
    case .folder: ("Hộp tệp", "Inbox")
    case .hint: ("Enter lấy tệp, mới nhất ở trên · Tab đổi thư mục", "Enter takes the file, newest first · Tab: folder")
    case .looking: ("Đang đọc thư mục", "Reading the folder")
    case .none:
      (
        "Thư mục chưa có tệp loại này. Chép ảnh vào đó, rồi Enter.",
        "No file of this kind yet. Copy some in, then Enter."
      )
    case .unreadable:
      (
        "Không có thư mục này. Sửa đường dẫn hoặc cắm USB, rồi Enter.",
        "No such folder. Correct it or plug in, then Enter."
      )
    case .notFile: ("Câu này không nhận tệp", "This question takes no file")
    }
  }
}
