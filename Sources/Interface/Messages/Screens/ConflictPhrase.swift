/// What is said where two laptops answered one question differently.
package enum ConflictPhrase: PairedPhrase {
  case title, hint, emptied, shown

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Hai máy trả lời khác nhau", "Two laptops differ")
    case .hint:
      ("Enter chọn câu trả lời đúng; Esc giữ cả hai, chọn sau.", "Enter: this one holds. Esc keeps both for later.")
    case .emptied: ("(để trống)", "(emptied)")
    case .shown: ("đang hiện", "shown now")
    }
  }
}
