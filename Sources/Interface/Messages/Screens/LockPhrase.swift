/// What the locked screen says.
package enum LockPhrase: PairedPhrase {
  case title, welcome, passphrase, hint, checking, idle(minutes: Int), unsaved
  case open, quit
  case notProtected, working

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Khảo sát · đang khóa", "Survey · locked")
    case .welcome:
      (
        "Dữ liệu trên máy này được bảo vệ. Nhập mật khẩu của máy để mở; việc đang làm vẫn ở nguyên chỗ cũ.",
        "The data on this laptop are protected. Its passphrase opens them; what you were doing is where you left it."
      )
    case .passphrase: ("Mật khẩu", "Passphrase")
    case .hint: ("Gõ mật khẩu rồi Enter.", "Type the passphrase, then Enter.")
    case .checking: ("Đang kiểm tra…", "Checking…")
    case .idle(let minutes):
      ("Tự khóa sau \(minutes) phút không gõ phím.", "Locked after \(minutes) minutes without a key.")
    case .unsaved:
      (
        "Có câu trả lời CHƯA LƯU trong máy. Mở khóa rồi lưu, đừng thoát.",
        "There are answers NOT SAVED. Open and save them, do not leave."
      )
    case .open: ("mở", "open")
    case .quit: ("thoát", "quit")
    case .working: ("Đang xuất hoặc đồng bộ; xong rồi hãy khóa.", "An export or sync is running; lock when it is done.")
    case .notProtected:
      (
        "Kho này chưa được bảo vệ nên không khóa được. Bật bằng: khaosat protect",
        "This store is not protected, so it cannot be locked. Protect it with: khaosat protect"
      )
    }
  }
}
