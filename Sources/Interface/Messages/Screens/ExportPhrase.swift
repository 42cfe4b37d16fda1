/// What the export screen says.
package enum ExportPhrase: PairedPhrase {
  case title, folder, folderHint
  case scope, onlyNew(Int), everything(Int)
  case drafts(Int)
  case writing(done: Int, total: Int)
  case finished
  case result(records: Int, files: Int, size: String)
  case earlier(Int)
  case readBack
  case nothing
  case begin

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Xuất phiếu đã hoàn tất", "Export finished forms")
    case .folder: ("Thư mục", "Folder")
    case .folderHint:
      ("Thư mục trên máy hoặc trên USB; chưa có thì được tạo.", "On this machine or a stick; made when missing.")
    case .scope: ("Phiếu", "Forms")
    case .onlyNew(let count): ("chỉ phiếu mới (\(count))", "only new ones (\(count))")
    case .everything(let count): ("tất cả (\(count))", "all (\(count))")
    case .drafts(let count):
      ("\(count) phiếu đang làm dở không xuất.", "\(count) unfinished forms are left out.")
    case .writing(let done, let total): ("Đang ghi \(done)/\(total)", "Writing \(done)/\(total)")
    case .finished: ("Đã xuất xong", "Exported")
    case .result(let records, let files, let size):
      ("\(records) phiếu, \(files) tệp, \(size)", "\(records) forms, \(files) files, \(size)")
    case .earlier(let count): ("\(count) phiếu đã xuất lần trước", "\(count) were exported before")
    case .readBack: ("Đã đọc lại và so từng tệp.", "Every file was read back and compared.")
    case .nothing: ("Không có phiếu mới để xuất.", "There is nothing new to export.")
    case .begin: ("Enter: xuất", "Enter: export")
    }
  }
}
