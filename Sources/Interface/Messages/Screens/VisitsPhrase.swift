package import Fieldwork

/// What the list of visits says.
package enum VisitsPhrase: PairedPhrase {
  case survey
  case progress(done: Int, total: Int)
  case today(done: Int, total: Int)
  case noDay, noCommune, noTeam
  case status(VisitStatus)
  case grouping(VisitGrouping)
  case groupedBy
  case errors(Int)
  case finished, exported, approved, returned, void
  case formerly(String)
  case appointment(String)
  case empty
  case notExported(Int)
  case notCopied(Int)
  case toMend, disputed, conflict, toSettle
  case formsOf
  case newForm
  case chooseStatus, reason, reasonHint
  case added, statusSet
  case reopenTitle, reopenHint, reopenMeans

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .survey: ("Khảo sát", "Survey")
    case .progress(let done, let total): ("\(done)/\(total) cơ sở", "\(done)/\(total) visits")
    case .today(let done, let total): ("hôm nay \(done)/\(total)", "today \(done)/\(total)")
    case .noDay: ("Chưa hẹn ngày", "No day agreed")
    case .noCommune: ("Chưa rõ xã", "No commune")
    case .noTeam: ("Chưa giao đoàn", "No team")
    case .status(let status): Self.status(status)
    case .grouping(let grouping): Self.grouping(grouping)
    case .groupedBy: ("nhóm theo", "by")
    case .errors(let count): ("\(count) lỗi", "\(count) err")
    case .finished: ("xong", "done")
    case .exported: ("đã xuất", "exported")
    case .approved: ("đã duyệt", "approved")
    case .returned: ("trả lại", "returned")
    case .void: ("hủy", "void")
    case .formerly(let names): ("trước: \(names)", "formerly \(names)")
    case .appointment(let date): ("hẹn \(date)", "on \(date)")
    case .empty:
      (
        "Chưa có cơ sở nào. n: thêm cơ sở, hoặc nạp danh sách: khaosat visits import TỆP.csv",
        "No visits yet. n: add one, or load a list: khaosat visits import FILE.csv"
      )
    case .notExported(let count): ("\(count) phiếu chưa xuất", "\(count) not exported")
    case .notCopied(let days):
      ("chưa sao lưu \(days) ngày (u)", days == 1 ? "no backup for 1 day (u)" : "no backup for \(days) days (u)")
    case .toMend: ("trả lại", "to mend")
    case .conflict: ("hai máy trả lời khác nhau", "laptops answered differently")
    case .toSettle: ("xem lại", "look again")
    case .disputed: ("câu trả lời đã khác sau khi xong", "changed after finishing")
    case .formsOf: ("Các phiếu", "Forms")
    case .newForm: ("chưa mở", "not begun")
    case .chooseStatus: ("Tình trạng", "Status")
    case .reason: ("Lý do", "Reason")
    case .reasonHint: ("Ghi ngắn gọn: ai nói, hẹn lại khi nào.", "In short: who said so, when to come again.")
    case .reopenTitle: ("Mở lại phiếu?", "Reopen the form?")
    case .reopenHint:
      (
        "Enter: mở lại. Esc: giữ nguyên. Lý do có thể bỏ trống.",
        "Enter reopens, Esc leaves it. The reason may be empty."
      )
    case .reopenMeans:
      (
        "Phiếu đã hoàn tất. Mở lại thì sửa được; sửa xong phải hoàn tất và xuất lại.",
        "The form is finished. Reopened it can be changed, and has to be finished and exported again."
      )
    case .added: ("Đã thêm cơ sở", "Added")
    case .statusSet: ("Đã ghi tình trạng", "Status kept")
    }
  }

  private static func status(_ status: VisitStatus) -> (String, String) {
    switch status {
    case .planned: ("chưa đến", "planned")
    case .inProgress: ("đang làm", "in progress")
    case .done: ("xong", "done")
    case .refused: ("từ chối", "refused")
    case .absent: ("vắng chủ", "absent")
    case .closed: ("ngừng hoạt động", "closed")
    case .moved: ("chuyển đi", "moved")
    }
  }

  private static func grouping(_ grouping: VisitGrouping) -> (String, String) {
    switch grouping {
    case .day: ("ngày", "day")
    case .commune: ("xã", "commune")
    case .team: ("đoàn", "team")
    }
  }
}
