internal import Forms

// Cells that hold what they cannot, and the form as a whole.
extension FormProblemPhrase {
  static func columns(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .unknownParameter:
      ProblemWords(
        "Kiểu “\(given[1])” không có tham số “\(given[0])”", "The type “\(given[1])” has no parameter “\(given[0])”",
        do: "Sửa tên hoặc bỏ tham số", "Correct the name or remove it")
    case .badParameter: badParameter(given)
    case .badRepeatCount:
      ProblemWords(
        "repeat_count “\(given[0])” không phải số, tên câu hay công thức",
        "repeat_count “\(given[0])” is no number, reference or formula",
        do: "Viết số, ${tên_câu_hỏi} hoặc công thức", "Write a number, ${name} or a formula")
    case .missingCalculation:
      ProblemWords(
        "Câu tính “\(given[0])” chưa có công thức", "The calculate “\(given[0])” has no formula",
        do: "Thêm calculation, default hoặc trigger", "Add a calculation, default or trigger")
    case .unknownMissingReason:
      ProblemWords(
        "missing không có lý do “\(given[0])”", "missing has no reason “\(given[0])”",
        do: "Dùng dk (không biết), refused (từ chối), na (không áp dụng)", "Use dk, refused or na")
    case .unknownInputMethod:
      ProblemWords(
        "ime không có kiểu gõ “\(given[0])”", "ime has no method “\(given[0])”",
        do: "Dùng telex, vni hoặc \"off\"", "Use telex, vni or \"off\"")
    case .badYesNo:
      ProblemWords(
        "Cột \(given[0]) không nhận “\(given[1])”", "\(given[0]) does not take “\(given[1])”",
        do: "Viết yes hoặc no", "Write yes or no")
    case .columnNotAllowed:
      ProblemWords(
        "Kiểu “\(given[1])” không dùng \(given[0]) nên bỏ qua",
        "The type “\(given[1])” does not use \(given[0]): it is ignored",
        do: "Bỏ \(given[0]) ở câu này", "Remove \(given[0]) here")
    default:
      ProblemWords(
        "default “\(given[0])” không hợp với kiểu “\(given[1])”",
        "The default “\(given[0])” does not fit the type “\(given[1])”",
        do: "Viết đúng kiểu (ngày như 2027-01-18), hoặc viết công thức",
        "Write what the type holds (a date like 2027-01-18), or a formula")
    }
  }

  private static func badParameter(_ given: ProblemArguments) -> ProblemWords {
    let says =
      given[1].isEmpty
      ? ("Không đọc được tham số “\(given[0])”", "The parameters “\(given[0])” cannot be read")
      : ("Tham số \(given[0]) không nhận “\(given[1])”", "The parameter \(given[0]) does not take “\(given[1])”")
    return ProblemWords(
      says.0, says.1, do: "Viết tên=giá trị, ngăn bằng dấu cách, như start=0 end=10 step=1",
      "Write name=value with spaces between, as in start=0 end=10 step=1")
  }

  static func form(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .missingFormID:
      ProblemWords(
        "Phiếu chưa có form_id", "The form has no form_id",
        do: "Thêm form_id gồm chữ, số và các dấu . _ -", "Add a form_id of letters, digits and . _ -")
    case .emptyForm:
      ProblemWords(
        "Phiếu chưa có câu hỏi nào", "The form has no question",
        do: "Thêm câu hỏi vào survey", "Add questions to survey")
    case .unknownHeader:
      ProblemWords(
        "Không có cột “\(given[0])” nên bỏ qua", "There is no column “\(given[0])”: it is ignored",
        do: given[1].isEmpty ? "Bỏ cột, hoặc để làm ghi chú" : "Có phải “\(given[1])” không? Sửa tên",
        given[1].isEmpty ? "Remove it, or leave it as a note" : "Was “\(given[1])” meant? Correct the name")
    case .unknownSheet:
      ProblemWords(
        "Trang “\(given[0])” không được đọc", "The sheet “\(given[0])” is not read",
        do: "Có phải “\(given[1])” không? Sửa tên trang", "Was “\(given[1])” meant? Rename the sheet")
    case .missingTranslation:
      ProblemWords(
        "\(given[0]) thiếu ngôn ngữ “\(given[1])”", "\(given[0]) lacks the language “\(given[1])”",
        do: "Thêm bản dịch", "Add the translation")
    default:
      given[0] == "depth"
        ? ProblemWords(
          "Các nhóm lồng nhau quá \(given[1]) tầng", "Groups stand more than \(given[1]) deep inside each other",
          do: "Bỏ bớt nhóm", "Use fewer groups")
        : ProblemWords(
          "Phiếu có hơn \(given[1]) dòng", "The form has more than \(given[1]) rows",
          do: "Chia thành nhiều phiếu", "Split it into several forms")
    }
  }
}
