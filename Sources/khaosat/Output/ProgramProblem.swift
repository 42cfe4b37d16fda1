/// What stops a command, with its place and a way out. Wrong answers are not among these: they are state of a record.
package enum ProgramProblem: Error, Sendable, Equatable {
  /// PRG-001: a file or folder cannot be read.
  case unreadable(path: String, reason: String)
  /// PRG-002: a file or folder cannot be written.
  case unwritable(path: String, reason: String)
  /// PRG-003: no form of this name was found; the places looked at are named.
  case unknownForm(name: String, places: [String])
  /// PRG-004: a form has mistakes; each is already printed.
  case faultyForm(path: String, count: Int)
  /// PRG-005: no record of this id in the store.
  case unknownRecord(id: String)
  /// PRG-006: no visit of this id or code in the store.
  case unknownVisit(id: String)
  /// PRG-007: the answers are not JSON of the documented shape.
  case badAnswers(path: String, detail: String)
  /// PRG-008: the record has errors and was not finalised.
  case notFinalised(errors: Int)
  /// PRG-009: an option's value is outside what the command takes.
  case badOption(name: String, value: String, allowed: String)
  /// PRG-010: the rows named on standard error were not imported, so nothing was.
  case badRows(count: Int)
  /// PRG-011: the state of the record does not allow this.
  case wrongState(record: String, state: String)
  /// PRG-012: not a terminal that can show the screens.
  case noTerminal(reason: String)
  /// PRG-013: several records begin so.
  case ambiguousRecord(id: String, candidates: [String])
  /// PRG-014: results could not be written to the standard output, for want of room on a disk for instance.
  case outputFailed(reason: String)

  /// The stable code, as docs/problems.md lists it.
  package var code: String {
    switch self {
    case .unreadable: "PRG-001"
    case .unwritable: "PRG-002"
    case .unknownForm: "PRG-003"
    case .faultyForm: "PRG-004"
    case .unknownRecord: "PRG-005"
    case .unknownVisit: "PRG-006"
    case .badAnswers: "PRG-007"
    case .notFinalised: "PRG-008"
    case .badOption: "PRG-009"
    case .badRows: "PRG-010"
    case .wrongState: "PRG-011"
    case .noTerminal: "PRG-012"
    case .ambiguousRecord: "PRG-013"
    case .outputFailed: "PRG-014"
    }
  }

  /// How the program ends on it.
  package var exit: ProgramExit {
    switch self {
    case .faultyForm, .notFinalised, .badRows, .wrongState: .problems
    case .unreadable, .unknownForm, .unknownRecord, .unknownVisit, .badAnswers, .badOption, .noTerminal,
      .ambiguousRecord:
      .usage
    case .unwritable, .outputFailed: .refused
    }
  }

  /// The phrase shown, in Vietnamese or English, with what to do.
  package func phrase(in language: String) -> String {
    language == "en" ? english : vietnamese
  }

  private var vietnamese: String {
    switch self {
    case .unreadable(let path, let reason):
      "Không đọc được \(path): \(SystemReason.vietnamese(reason)). Kiểm tra đường dẫn và quyền đọc."
    case .unwritable(let path, let reason):
      "Không ghi được \(path): \(SystemReason.vietnamese(reason)). Chọn thư mục khác hoặc giải phóng dung lượng."
    case .unknownForm(let name, let places):
      "Không có phiếu “\(name)”. Đã tìm ở: \(places.joined(separator: ", ")). Xem danh sách bằng: khaosat forms"
    case .faultyForm(let path, let count): "Phiếu \(path) có \(count) lỗi. Xem bằng: khaosat form check \(path)"
    case .unknownRecord(let id): "Không có phiếu trả lời \(id). Xem danh sách bằng: khaosat records"
    case .unknownVisit(let id): "Không có cơ sở \(id) trong danh sách. Xem bằng: khaosat visits"
    case .badAnswers(let path, let detail):
      "Câu trả lời trong \(path) không đúng dạng: \(detail). Xem dạng ở: khaosat help fill"
    case .notFinalised(let errors): "Chưa hoàn tất: còn \(errors) lỗi. Sửa rồi hoàn tất lại."
    case .badOption(let name, let value, let allowed): "\(name) không nhận “\(value)”. Giá trị dùng được: \(allowed)"
    case .badRows(let count):
      "Có \(count) dòng sai, chưa nhập dòng nào. Sửa tệp, hoặc thêm --skip-bad để bỏ các dòng đó."
    case .wrongState(let record, let state): "Phiếu \(record) đang ở trạng thái \(state), không làm được việc này."
    case .ambiguousRecord(let id, let candidates):
      "Có nhiều phiếu bắt đầu bằng “\(id)”: \(candidates.joined(separator: ", ")). Gõ dài hơn."
    case .outputFailed(let reason):
      "Không ghi hết được kết quả: \(SystemReason.vietnamese(reason)). Ghi ra chỗ khác rồi chạy lại."
    case .noTerminal(let reason): "Màn hình này không dùng được: \(reason). Thử --plain hoặc đặt TERM=xterm."
    }
  }

  private var english: String {
    switch self {
    case .unreadable(let path, let reason): "Cannot read \(path): \(reason). Check the path and the permissions."
    case .unwritable(let path, let reason): "Cannot write \(path): \(reason). Choose another folder or free some space."
    case .unknownForm(let name, let places):
      "No form “\(name)”. Looked in: \(places.joined(separator: ", ")). List them with: khaosat forms"
    case .faultyForm(let path, let count):
      "Form \(path) has \(count) mistakes. See them with: khaosat form check \(path)"
    case .unknownRecord(let id): "No record \(id). List them with: khaosat records"
    case .unknownVisit(let id): "No establishment \(id) in the list. See: khaosat visits"
    case .badAnswers(let path, let detail):
      "The answers in \(path) do not have the expected shape: \(detail). The shape: khaosat help fill"
    case .notFinalised(let errors): "Not finalised: \(errors) errors stand. Correct them and finalise again."
    case .badOption(let name, let value, let allowed): "\(name) does not take “\(value)”. Allowed: \(allowed)"
    case .badRows(let count):
      "\(count) rows are wrong, nothing was imported. Correct the file, or add --skip-bad to leave them out."
    case .wrongState(let record, let state): "Record \(record) is \(state): this cannot be done."
    case .ambiguousRecord(let id, let candidates):
      "Several records begin with “\(id)”: \(candidates.joined(separator: ", ")). Give more of it."
    case .outputFailed(let reason):
      "The results could not be written: \(reason). Write them elsewhere and run it again."
    case .noTerminal(let reason): "This terminal cannot show the screens: \(reason). Try --plain or set TERM=xterm."
    }
  }
}
