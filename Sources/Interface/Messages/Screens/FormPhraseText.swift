/// The texts of `FormPhrase`, a third of them each; the last third is exhaustive together with the others.
enum FormPhraseText {
  /// Progress, rows and places; nil for the others.
  static func progress(_ phrase: FormPhrase) -> (String, String)? {
    switch phrase {
    case .required(let done, let total): ("\(done)/\(total) bắt buộc", "\(done)/\(total) required")
    case .errors(let count): ("\(count) lỗi", count == 1 ? "1 error" : "\(count) errors")
    case .warnings(let count): ("\(count) cảnh báo", count == 1 ? "1 warning" : "\(count) warnings")
    case .resumed(let form, let question, let time):
      ("Tiếp tục \(form), câu \(question) (lưu \(time))", "Going on with \(form), \(question) (saved \(time))")
    case .hidden(let count):
      (
        "\(count) câu đã trả lời bị ẩn (câu trả lời vẫn giữ)",
        "\(count) answered questions are hidden now (answers kept)"
      )
    case .againToGoOn: ("Enter lần nữa: đi tiếp, sửa sau", "Enter again: go on, mend later")
    case .fix: ("Sửa câu này hoặc F5 đến câu khác", "Mend it, or F5 to another question")
    case .rows(let count): ("\(count) dòng", count == 1 ? "1 row" : "\(count) rows")
    case .rowTitle(let number): ("dòng \(number)", "row \(number)")
    case .endOfForm: ("Xem lại và hoàn tất", "Review and finish")
    case .atStart: ("Đây là câu đầu tiên", "This is the first question")
    case .section: ("Phần", "Section")
    case .oneOf(let number, let total): ("\(number)/\(total)", "\(number)/\(total)")
    case .addRow, .rowsDone, .removeRow, .rowsFixed, .rowRemoved, .choices, .recent, .noteTitle, .noteHint, .noteKept,
      .warningTitle, .warningReason, .warningHint, .missingTitle, .jumpTitle, .problemsTitle, .noProblems, .leaveTitle,
      .leaveContinue, .leaveToList, .leaveQuit, .chooseByTyping, .confirmed, .missing, .dontKnow, .refused,
      .notApplicable, .noMissing, .readOnlyQuestion, .readOnlyFinished, .readOnlyApproved, .readOnlyVoid,
      .readOnlyElsewhere, .reopened, .nothingToUndo, .nothingToRedo, .undone, .redone,
      .cleared, .example, .attachPath, .openTable, .asAnswered, .tick, .acknowledge, .orderHint, .togglesHint,
      .listTogglesHint, .opensListHint,
      .unanswered, .pasteTooLong, .optional:
      nil
    }
  }

  /// What the lists and questions over the form say; nil for the others.
  static func popups(_ phrase: FormPhrase) -> (String, String)? {
    switch phrase {
    case .addRow: ("thêm dòng", "add a row")
    case .rowsDone: ("xong, câu tiếp", "done, next question")
    case .removeRow: ("Xóa dòng này? Enter xóa, Esc giữ", "Remove this row? Enter removes, Esc keeps")
    case .rowsFixed: ("Số dòng do câu khác quyết định", "Another answer decides the number of rows")
    case .rowRemoved: ("Đã xóa dòng. Ctrl-Z lấy lại", "Row removed. Ctrl-Z brings it back")
    case .choices(let count): ("\(count)", "\(count)")
    case .recent: ("gần đây", "recent")
    case .noteTitle: ("Ghi chú", "Note")
    case .noteHint:
      ("Enter ghi, Esc bỏ. Xóa hết rồi Enter: bỏ ghi chú.", "Enter keeps, Esc drops. Empty removes the note.")
    case .noteKept: ("Đã ghi chú", "Note kept")
    case .warningTitle: ("Cần xác nhận", "To be confirmed")
    case .warningReason: ("Lý do", "Reason")
    case .warningHint:
      (
        "Enter: đúng như vậy (lý do có thể bỏ trống). Esc: sửa lại.",
        "Enter: it is so (a reason may be given). Esc: change it."
      )
    case .missingTitle: ("Không có câu trả lời vì", "No answer because")
    case .jumpTitle: ("Mục lục", "All questions")
    case .problemsTitle: ("Lỗi và cảnh báo", "Errors and warnings")
    case .noProblems: ("Không có lỗi, không có cảnh báo.", "No errors, no warnings.")
    case .leaveTitle: ("Rời phiếu", "Leave the form")
    case .leaveContinue: ("Tiếp tục phiếu này", "Go on with this form")
    case .leaveToList: ("Về danh sách cơ sở (câu trả lời vẫn giữ)", "Back to the visits (answers are kept)")
    case .leaveQuit:
      ("Thoát chương trình (lần sau mở đúng câu này)", "Leave the program (starts again at this question)")
    case .required, .errors, .warnings, .resumed, .hidden, .againToGoOn, .fix, .rows, .rowTitle, .endOfForm, .atStart,
      .section, .oneOf, .chooseByTyping, .confirmed, .missing, .dontKnow, .refused, .notApplicable, .noMissing,
      .readOnlyQuestion, .readOnlyFinished, .readOnlyApproved, .readOnlyVoid, .readOnlyElsewhere, .reopened,
      .nothingToUndo, .nothingToRedo, .undone, .redone, .cleared, .example,
      .attachPath, .openTable, .asAnswered, .tick, .acknowledge, .orderHint, .togglesHint, .listTogglesHint,
      .opensListHint, .unanswered, .pasteTooLong,
      .optional:
      nil
    }
  }

  /// What stands beside answers; the phrases of the other two are empty here.
  static func answers(_ phrase: FormPhrase) -> (String, String) {
    switch phrase {
    case .chooseByTyping: ("gõ để tìm, Enter mở danh sách", "type to find, Enter opens the list")
    case .confirmed(let reason):
      (reason.isEmpty ? "đã xác nhận" : "đã xác nhận: \(reason)", reason.isEmpty ? "confirmed" : "confirmed: \(reason)")
    case .missing(let reason): ("(\(reason))", "(\(reason))")
    case .dontKnow: ("không biết", "does not know")
    case .refused: ("từ chối trả lời", "refused")
    case .notApplicable: ("không áp dụng", "not applicable")
    case .noMissing:
      ("Câu này cần câu trả lời; không biết thì F3 ghi chú", "This question takes no reason; F3 makes a note")
    case .readOnlyQuestion: ("Câu này chỉ để xem", "This answer cannot be changed")
    case .readOnlyFinished: ("Phiếu đã hoàn tất, chỉ để xem. ^O mở lại", "The form is finished. ^O reopens it")
    case .readOnlyApproved: ("Phiếu đã duyệt, chỉ để xem", "The form is approved and cannot be changed")
    case .readOnlyVoid: ("Phiếu đã hủy, chỉ để xem", "The form is void and cannot be changed")
    case .readOnlyElsewhere:
      ("Chỉ để xem: khaosat đang chạy ở cửa sổ khác", "Read-only: khaosat runs in another window")
    case .reopened: ("Đã mở lại. Sửa xong thì ^R hoàn tất lại", "Reopened. ^R finishes it again")
    case .nothingToUndo: ("Không còn gì để lấy lại", "Nothing to undo")
    case .nothingToRedo: ("Không còn gì để làm lại", "Nothing to redo")
    case .undone: ("Đã lấy lại. Ctrl-Y làm lại", "Undone. Ctrl-Y does it again")
    case .redone: ("Đã làm lại", "Done again")
    case .cleared: ("Đã xóa câu trả lời. Ctrl-Z lấy lại", "Answer cleared. Ctrl-Z brings it back")
    case .example(let text): ("ví dụ \(text)", "like \(text)")
    case .attachPath:
      ("F9 chọn trong hộp tệp, hoặc gõ đường dẫn rồi Enter", "F9 picks from the inbox; or type the path, then Enter")
    case .openTable: ("Enter mở bảng, ↓ bỏ qua", "Enter opens the table, ↓ passes it")
    case .asAnswered: ("đúng như vậy", "it is so")
    case .tick: ("phím cách chọn", "Space chooses")
    case .acknowledge: ("Phím cách: đã đọc", "Space: read")
    case .orderHint: ("Phím cách hoặc số: xếp hạng theo thứ tự bấm", "Space or a number: ranked in the order pressed")
    case .togglesHint: ("Phím cách hoặc số: chọn, bỏ chọn. Enter: tiếp", "Space or a number: choose. Enter: next")
    case .listTogglesHint:
      ("Phím cách: chọn, bỏ chọn. Gõ chữ: lọc. Enter: xong", "Space: choose. Letters: filter. Enter: done")
    case .opensListHint: ("Phím cách hoặc gõ chữ: mở danh sách để chọn", "Space or letters open the list")
    case .unanswered: ("–", "–")
    case .pasteTooLong: ("Dán nhiều dòng vào ô này không được", "Several lines cannot be pasted here")
    case .optional: ("không bắt buộc", "optional")
    case .required, .errors, .warnings, .resumed, .hidden, .againToGoOn, .fix, .rows, .rowTitle, .endOfForm, .atStart,
      .section, .oneOf, .addRow, .rowsDone, .removeRow, .rowsFixed, .rowRemoved, .choices, .recent, .noteTitle,
      .noteHint, .noteKept, .warningTitle, .warningReason, .warningHint, .missingTitle, .jumpTitle, .problemsTitle,
      .noProblems, .leaveTitle, .leaveContinue, .leaveToList, .leaveQuit:
      ("", "")
    }
  }
}
