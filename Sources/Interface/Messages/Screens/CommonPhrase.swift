package import Vietnamese

/// Words that every screen uses.
package enum CommonPhrase: PairedPhrase {
  case tooSmall(columns: Int, rows: Int)
  case saving
  case saved(time: String)
  case notSaved
  case nothingYet
  case readOnly
  case filter
  case noMatch
  case yes, no
  case error, warning
  case hint
  case more(Int)
  case weekday(Weekday)
  case weekdayShort(Weekday)
  case noColumn
  case unlisted
  case working
  case typing(String?)

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .tooSmall(let columns, let rows):
      ("Màn hình nhỏ: \(columns)x\(rows) (cần 20x6)", "Screen too small: \(columns)x\(rows) (20x6 needed)")
    case .saving: ("đang lưu", "saving")
    case .saved(let time): ("đã lưu \(time)", "saved \(time)")
    case .notSaved: ("CHƯA LƯU", "NOT SAVED")
    case .nothingYet: ("chưa có gì để lưu", "nothing to save")
    case .readOnly: ("CHỈ XEM", "READ-ONLY")
    case .filter: ("lọc", "filter")
    case .noMatch: ("Không có mục nào khớp. Esc xóa lọc.", "Nothing matches. Esc clears the filter.")
    case .yes: ("có", "yes")
    case .no: ("không", "no")
    case .error: ("LỖI", "ERROR")
    case .warning: ("CẢNH BÁO", "WARNING")
    case .hint: ("Gợi ý", "Hint")
    case .more(let count): ("… còn \(count)", "… \(count) more")
    case .weekday(let day): weekday(day)
    case .weekdayShort(let day): weekdayShort(day)
    case .noColumn: ("–", "–")
    case .unlisted: ("chưa có", "none")
    case .typing(let method?): ("Gõ tiếng Việt: \(method). Alt-Z đổi", "Vietnamese by \(method). Alt-Z changes")
    case .typing(nil): ("Gõ tiếng Việt: tắt. Alt-Z đổi", "Typing of Vietnamese: off. Alt-Z changes")
    case .working:
      ("Đang xuất hoặc đồng bộ; xong rồi hãy thoát", "An export or an exchange is running; leave when it is done")
    }
  }

  private func weekday(_ day: Weekday) -> (String, String) {
    switch day {
    case .monday: ("Thứ hai", "Monday")
    case .tuesday: ("Thứ ba", "Tuesday")
    case .wednesday: ("Thứ tư", "Wednesday")
    case .thursday: ("Thứ năm", "Thursday")
    case .friday: ("Thứ sáu", "Friday")
    case .saturday: ("Thứ bảy", "Saturday")
    case .sunday: ("Chủ nhật", "Sunday")
    }
  }

  private func weekdayShort(_ day: Weekday) -> (String, String) {
    switch day {
    case .monday: ("T2", "Mon")
    case .tuesday: ("T3", "Tue")
    case .wednesday: ("T4", "Wed")
    case .thursday: ("T5", "Thu")
    case .friday: ("T6", "Fri")
    case .saturday: ("T7", "Sat")
    case .sunday: ("CN", "Sun")
    }
  }
}
