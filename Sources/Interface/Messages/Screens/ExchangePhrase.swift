/// What the exchange with other laptops says.
package enum ExchangePhrase: PairedPhrase {
  case title, folder, folderHint, purpose
  case running(done: Int, total: Int)
  case finished, copied
  case sent, received
  case lines, records, attachments, forms
  case laptops(String), noLaptops
  case conflicts(Int), locked(Int), damaged(Int)
  case look

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Đồng bộ và sao lưu", "Sync and backup")
    case .folder: ("Thư mục", "Folder")
    case .folderHint:
      (
        "Thư mục đã có trên USB hoặc mạng chung; lần sau nhớ thư mục này.",
        "A folder that exists on a stick or a share; it is remembered."
      )
    case .purpose:
      (
        "Gửi phiếu, ảnh, mẫu phiếu và danh sách của máy này vào thư mục, lấy của các máy khác về. Không ghi đè của ai.",
        "Puts this laptop's forms, photos and lists into the folder and takes those of the others. Nothing is overwritten."
      )
    case .running(let done, let total):
      total == 0 ? ("Đang đồng bộ", "Syncing") : ("Đang đồng bộ \(done)/\(total)", "Syncing \(done)/\(total)")
    case .finished: ("Đã đồng bộ xong", "Synced")
    case .copied: ("Mọi thứ của máy này đã có trong thư mục.", "Everything on this laptop is in the folder now.")
    case .sent: ("gửi", "sent")
    case .received: ("nhận", "received")
    case .lines: ("Dòng nhật ký", "Journal lines")
    case .records: ("Phiếu mới", "New records")
    case .attachments: ("Tệp kèm", "Attachments")
    case .forms: ("Mẫu phiếu", "Forms")
    case .laptops(let names): ("Máy khác trong thư mục: \(names)", "Other laptops in the folder: \(names)")
    case .noLaptops: ("Chưa có máy nào khác trong thư mục.", "No other laptop in the folder yet.")
    case .conflicts(let count):
      (
        "HAI MÁY TRẢ LỜI KHÁC NHAU (\(count) phiếu): mở phiếu để chọn",
        "TWO LAPTOPS DIFFER (\(count) records): open to decide"
      )
    case .locked(let count):
      (
        "ĐANG KHÓA (\(count) phiếu): máy này chưa có khóa nhóm của các phiếu đó",
        "LOCKED (\(count) records): this laptop does not hold their team key"
      )
    case .damaged(let count): ("TỆP HỎNG (\(count))", "DAMAGED FILES (\(count))")
    case .look:
      (
        "Đã đồng bộ; có chỗ cần xem lại, ↑ ↓ để xem hết.",
        "Synced; something needs a look, ↑ ↓ show all of it."
      )
    }
  }
}
