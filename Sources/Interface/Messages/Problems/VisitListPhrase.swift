package import Fieldwork
internal import Vietnamese

/// What is wrong with a row of a visit list.
package enum VisitListPhrase {
  /// A problem in words.
  package static func problem(_ problem: VisitListProblem) -> ProblemPhrase {
    let (says, wayOut) = words(problem.kind)
    return ProblemPhrase("visits." + problem.code, says, wayOut: wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: VisitListProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  private static func words(_ kind: VisitListProblem.Kind) -> ProblemWords {
    switch kind {
    case .empty:
      (
        ("Tệp không có hàng tiêu đề", "The file has no heading row"),
        ("Hàng đầu cần có ma, ten_co_so, ngay_hen, phieu", "The first row needs ma, ten_co_so, ngay_hen, phieu")
      )
    case .missingColumn(let column):
      (
        ("Thiếu cột “\(column.rawValue)”", "The column “\(column.rawValue)” is missing"),
        ("Thêm cột đó vào danh sách", "Add the column")
      )
    case .repeatedColumn(let column, let heading):
      (
        (
          "Cột “\(heading)” trùng nghĩa với cột “\(column.rawValue)”",
          "The column “\(heading)” means the same as “\(column.rawValue)”"
        ),
        ("Giữ một cột", "Keep one of them")
      )
    case .repeatedHeading(let heading):
      (
        ("Tiêu đề “\(heading)” có hai lần", "The heading “\(heading)” stands twice"),
        ("Đổi tên một cột", "Rename one of them")
      )
    case .unreadable:
      (
        (
          "Hàng này không phải UTF-8 (có thể là windows-1258 hoặc TCVN3)",
          "The row is not UTF-8 (perhaps windows-1258 or TCVN3)"
        ),
        ("Mở bằng LibreOffice, lưu lại dạng CSV UTF-8", "Open it in LibreOffice and save as CSV UTF-8")
      )
    case .cellCount(let found, let expected):
      (
        ("Hàng có \(found) ô, cần \(expected)", "The row has \(found) cells, not \(expected)"),
        ("Đặt ngoặc kép ô có dấu phẩy", "Quote cells that hold a comma")
      )
    default: content(kind)
    }
  }

  /// Words about what stands in a row.
  private static func content(_ kind: VisitListProblem.Kind) -> ProblemWords {
    switch kind {
    case .noCode: (("Chưa có mã", "There is no code"), ("Điền cột ma", "Fill in ma"))
    case .repeatedCode(let code, let first):
      (
        ("Mã “\(code)” đã có ở dòng \(first)", "The code “\(code)” already stands on line \(first)"),
        ("Đổi một mã", "Change one of them")
      )
    case .noLabel: (("Chưa có tên cơ sở", "There is no name"), ("Điền cột ten_co_so", "Fill in ten_co_so"))
    case .badDate(let text, let problem):
      (
        ("Ngày “\(text)”: \(problem.phrase.vietnamese)", "The date “\(text)”: \(problem.phrase.english)"),
        ("Viết như 18/01/2027", "Write it like 18/01/2027")
      )
    case .unknownForm(let form):
      (
        ("Không có phiếu “\(form)”", "There is no form “\(form)”"),
        ("Xem tên phiếu: khaosat forms", "See the names: khaosat forms")
      )
    case .noForms: (("Chưa ghi phiếu cần làm", "No form is named"), ("Điền cột phieu", "Fill in phieu"))
    case .noDate:
      (
        ("Chưa hẹn ngày", "No day was agreed"),
        ("Hàng vẫn được nhận; thêm ngày sau", "The row is taken; add the day later")
      )
    case .assumedYear(let text, let date):
      (
        ("Ngày “\(text)” hiểu là \(date.vietnamese)", "The date “\(text)” is read as \(date.vietnamese)"),
        ("Viết đủ bốn số của năm", "Write all four digits of the year")
      )
    case .badTelephone(let text, let problem):
      (
        ("Điện thoại “\(text)”: \(problem.phrase.vietnamese)", "The phone “\(text)”: \(problem.phrase.english)"),
        ("Hàng vẫn được nhận; hỏi lại tại chỗ", "The row is taken; ask again on the spot")
      )
    case .badTaxCode(let text, let problem):
      (
        ("Mã số thuế “\(text)”: \(problem.phrase.vietnamese)", "The tax code “\(text)”: \(problem.phrase.english)"),
        ("Hàng vẫn được nhận; xem lại giấy tờ", "The row is taken; look at the papers again")
      )
    case .empty, .missingColumn, .repeatedColumn, .repeatedHeading, .unreadable, .cellCount: words(kind)
    }
  }
}
