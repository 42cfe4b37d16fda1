package import Fieldwork
internal import Vietnamese

/// The words for what is wrong with a visit list, for whoever prepared it.
package enum VisitListPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: VisitListProblem) -> ProblemPhrase {
    words(problem.kind).phrase(problem.code)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints file and line.
  package static func text(_ problem: VisitListProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  private static func words(_ kind: VisitListProblem.Kind) -> ProblemWords {
    switch kind {
    case .empty, .missingColumn, .repeatedColumn, .repeatedHeading, .unreadable, .cellCount: table(kind)
    case .noCode, .repeatedCode, .noLabel, .unknownForm, .noForms, .noDate, .assumedYear: row(kind)
    case .badDate(let text, let problem): typed("Ngày hẹn", "The date", text, problem, isWarning: false)
    case .badTelephone(let text, let problem):
      typed("Số điện thoại", "The telephone number", text, problem, isWarning: true)
    case .badTaxCode(let text, let problem): typed("Mã số thuế", "The tax code", text, problem, isWarning: true)
    }
  }

  private static func table(_ kind: VisitListProblem.Kind) -> ProblemWords {
    switch kind {
    case .missingColumn(let column):
      ProblemWords(
        "Thiếu cột \(column.rawValue) (\(name(column).0))",
        "The column \(column.rawValue) (\(name(column).1)) is missing",
        do: "Thêm cột này ở dòng đầu", "Add it in the first row")
    case .repeatedColumn(let column, let heading):
      ProblemWords(
        "Cột “\(heading)” trùng nghĩa với một cột \(column.rawValue) khác",
        "“\(heading)” means the same column as another: \(column.rawValue)",
        do: "Bỏ hoặc đổi tên một cột", "Remove or rename one")
    case .repeatedHeading(let heading):
      ProblemWords(
        "Tên cột “\(heading)” có hai lần", "The heading “\(heading)” stands twice",
        do: "Đổi tên một cột", "Rename one")
    case .unreadable:
      ProblemWords(
        "Chữ trong dòng này không phải UTF-8", "The row is not UTF-8",
        do: "Lưu lại dạng “CSV UTF-8” (Unicode), đừng dùng TCVN3 hay VNI", "Save it again as “CSV UTF-8”")
    case .cellCount(let found, let expected):
      ProblemWords(
        "Dòng có \(found) ô, dòng tên cột có \(expected)", "The row has \(found) cells, the heading row \(expected)",
        do: "Xem dấu phẩy thừa hoặc thiếu; ô có dấu phẩy phải đặt trong \"…\"",
        "Look for a comma too many or too few; cells with commas need \"…\"")
    default:
      ProblemWords(
        "Tệp không có dòng tên cột", "The file has no heading row",
        do: "Dòng đầu cần: ma, ten_co_so, ngay_hen, phieu", "The first row needs: ma, ten_co_so, ngay_hen, phieu")
    }
  }

  private static func row(_ kind: VisitListProblem.Kind) -> ProblemWords {
    switch kind {
    case .repeatedCode(let code, let firstLine):
      ProblemWords(
        "Mã “\(code)” đã có ở dòng \(firstLine)", "The code “\(code)” already stands in line \(firstLine)",
        do: "Mỗi cơ sở một mã; sửa một trong hai dòng", "One code for one establishment: correct one of the rows")
    case .noLabel:
      ProblemWords(
        "Dòng này chưa có tên cơ sở", "The row has no name", do: "Điền ten_co_so", "Fill in ten_co_so")
    case .unknownForm(let form):
      ProblemWords(
        "Không có phiếu “\(form)”", "There is no form “\(form)”",
        do: "Sửa tên phiếu; xem danh sách bằng: khaosat forms", "Correct it; list the forms with: khaosat forms")
    case .noForms:
      ProblemWords(
        "Cơ sở này chưa có phiếu nào để làm", "No form is to be filled here",
        do: "Điền cột phieu; nhiều phiếu ngăn bằng dấu ;", "Fill in phieu; separate several by ;")
    case .noDate:
      ProblemWords(
        "Chưa hẹn ngày", "No day was agreed",
        do: "Vẫn nhập; điền ngày sau khi hẹn được", "It is taken all the same; set the day when it is agreed")
    case .assumedYear(let text, let date):
      ProblemWords(
        "Ngày “\(text)” thiếu năm, hiểu là \(written(date))", "“\(text)” has no year and is taken as \(written(date))",
        do: "Kiểm tra lại, viết đủ năm nếu sai", "Check it, and write the year if it is wrong")
    default:
      ProblemWords(
        "Dòng này chưa có mã cơ sở", "The row has no code", do: "Điền cột ma", "Fill in the column ma")
    }
  }

  private static func typed(
    _ vietnamese: String, _ english: String, _ text: String, _ problem: TextProblem, isWarning: Bool
  ) -> ProblemWords {
    let inner = problem.phrase
    let kept = isWarning ? (" (vẫn nhập)", " (taken all the same)") : ("", "")
    return ProblemWords(
      "\(vietnamese) “\(text)”: \(inner.vietnamese)\(kept.0)", "\(english) “\(text)”: \(inner.english)\(kept.1)",
      do: inner.vietnameseWayOut, inner.englishWayOut)
  }

  private static func written(_ date: CalendarDate) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(padded(date.day))/\(padded(date.month))/\(date.year)"
  }

  private static func name(_ column: VisitColumn) -> (String, String) {
    switch column {
    case .code: ("mã cơ sở", "code")
    case .label: ("tên cơ sở", "name")
    case .date: ("ngày hẹn", "date agreed")
    case .forms: ("các phiếu", "forms")
    case .team: ("đoàn", "team")
    case .commune: ("tên xã", "commune")
    case .communeCode: ("mã xã", "code of the commune")
    case .oldCommune: ("xã cũ", "former commune")
    case .oldDistrict: ("huyện cũ", "former district")
    case .address: ("địa chỉ", "address")
    case .telephone: ("điện thoại", "telephone")
    case .taxCode: ("mã số thuế", "tax code")
    }
  }
}
