/// What the review before finishing a form says.
package enum ReviewPhrase: PairedPhrase {
  case title
  case counts(answered: Int, missing: Int, notes: Int, files: Int)
  case errors(Int), warnings(Int)
  case finish, notYet(Int), finishing, finished
  case confirmed(String)
  case clean

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Hoàn tất phiếu?", "Finish the form?")
    case .counts(let answered, let missing, let notes, let files):
      (
        "\(answered) câu đã trả lời · \(missing) không có câu trả lời · \(notes) ghi chú · \(files) tệp",
        "\(answered) answered · \(missing) without an answer · \(notes) notes · \(files) files"
      )
    case .errors(let count): ("LỖI (\(count))", "ERRORS (\(count))")
    case .warnings(let count): ("CẢNH BÁO (\(count))", "WARNINGS (\(count))")
    case .finish: ("Hoàn tất phiếu", "Finish the form")
    case .notYet(let count): ("Còn \(count) lỗi: sửa xong mới hoàn tất được", "\(count) errors stand: mend them first")
    case .finishing: ("Đang hoàn tất…", "Finishing…")
    case .finished: ("Phiếu đã hoàn tất", "The form is finished")
    case .confirmed(let reason):
      (reason.isEmpty ? "đã xác nhận" : "đã xác nhận: \(reason)", reason.isEmpty ? "confirmed" : "confirmed: \(reason)")
    case .clean: ("Không còn lỗi.", "No errors are left.")
    }
  }
}
