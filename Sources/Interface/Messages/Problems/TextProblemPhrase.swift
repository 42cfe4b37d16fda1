package import Vietnamese

extension TextProblem {
  /// What is wrong with typed text, and the way out.
  package var phrase: ProblemPhrase {
    let (says, wayOut) = words
    return ProblemPhrase("text." + code, says, wayOut: wayOut)
  }

  /// The same about a text that is to be a date: a sign that does not belong there is no matter of numbers.
  package var datePhrase: ProblemPhrase {
    guard case .character = self else { return phrase }
    let (says, _) = numberWords
    return ProblemPhrase("text." + code, says, wayOut: Self.dateExample)
  }

  private static let dateExample = ("Gõ ngày như 18/01/2027", "Type a date like 18/01/2027")

  private var words: (says: (String, String), wayOut: (String, String)) {
    switch self {
    case .empty, .character, .digitCount, .number, .mixedSeparators, .groupSize, .repeatedComma, .unit, .unitOrder,
      .tooManyDigits, .partOfDong:
      numberWords
    case .date, .month, .day, .year: dateWords
    case .taxCheckDigit, .taxNumber, .taxBranch, .birthProvince, .birthYear, .telephone, .licence: codeWords
    }
  }

  private var numberWords: (says: (String, String), wayOut: (String, String)) {
    switch self {
    case .character(let character):
      (
        ("Không dùng được ký tự “\(character)” ở đây", "“\(character)” does not belong here"),
        ("Gõ số như 1.234,5", "Type a number like 1.234,5")
      )
    case .digitCount(let found, let allowed):
      (
        ("Có \(found) chữ số", "It has \(found) digits"),
        ("Cần \(Self.list(allowed, "hoặc")) chữ số", "\(Self.list(allowed, "or")) are needed")
      )
    case .mixedSeparators:
      (
        ("Dấu phẩy đứng trước dấu chấm là kiểu viết nước ngoài", "A comma before a dot is written the foreign way"),
        ("Viết 1.234,5: chấm ngăn nghìn, phẩy thập phân", "Write 1.234,5: dots for thousands, a comma for decimals")
      )
    case .groupSize:
      (
        ("Dấu chấm chỉ ngăn nhóm ba chữ số", "A dot only sets off groups of three digits"),
        ("Phần lẻ viết sau dấu phẩy: 1,29", "Decimals follow a comma: 1,29")
      )
    case .repeatedComma:
      (
        ("Có hơn một dấu phẩy", "There is more than one comma"),
        ("Ngăn nghìn bằng dấu chấm: 1.234.567", "Thousands take dots: 1.234.567")
      )
    case .unit(let unit):
      (
        ("Không biết đơn vị “\(unit)”", "“\(unit)” is no unit known here"),
        ("Dùng đồng, nghìn, triệu hoặc tỷ", "Use đồng, nghìn, triệu or tỷ")
      )
    case .unitOrder:
      (("Đơn vị phải từ lớn đến nhỏ", "Units go from great to small"), ("Viết 1 tỷ 290 triệu", "Write 1 tỷ 290 triệu"))
    case .tooManyDigits:
      (("Số quá dài", "The number is too long"), ("Kiểm tra lại số chữ số", "Check how many digits there are"))
    case .partOfDong:
      (("Số tiền không tròn đồng", "The amount is no whole number of đồng"), ("Bỏ phần lẻ", "Leave the fraction out"))
    case .empty: (("Chưa gõ gì", "Nothing was typed"), ("Gõ câu trả lời", "Type the answer"))
    default:
      (
        ("Đây không phải là số", "This is no number"),
        ("Gõ số như 1.234,5 hoặc 1,29 tỷ", "Type a number like 1.234,5 or 1,29 tỷ")
      )
    }
  }

  private var dateWords: (says: (String, String), wayOut: (String, String)) {
    let wayOut = Self.dateExample
    switch self {
    case .month(let month): return (("Không có tháng \(month)", "There is no month \(month)"), wayOut)
    case .day(let day, let month, let year):
      return (("Tháng \(month)/\(year) không có ngày \(day)", "\(month)/\(year) has no day \(day)"), wayOut)
    case .year(let year):
      return (("Năm \(year) ngoài khoảng 1900–2199", "The year \(year) is outside 1900–2199"), wayOut)
    default: return (("Ngày không đúng", "This is no date"), wayOut)
    }
  }

  private var codeWords: (says: (String, String), wayOut: (String, String)) {
    switch self {
    case .taxCheckDigit:
      (
        ("Số kiểm tra của mã số thuế không khớp", "The check digit of the tax code does not fit"),
        ("Xem lại từng số trên giấy tờ", "Check every digit on the paper")
      )
    case .taxNumber, .taxBranch:
      (("Mã số thuế không có thật", "There is no such tax code"), ("Xem lại giấy tờ", "Look at the paper again"))
    case .birthProvince(let code):
      (
        ("Không có mã tỉnh \(code) trong số định danh", "No province has the code \(code)"),
        ("Ba số đầu là mã tỉnh khai sinh", "The first three digits are the province of birth")
      )
    case .birthYear(let year):
      (
        ("Năm sinh \(year) chưa đến", "The year of birth \(year) has not come"),
        ("Xem lại số thứ tư đến số thứ sáu", "Check the fourth to sixth digits")
      )
    case .licence:
      (
        ("Số đăng ký hộ kinh doanh không đúng mẫu", "Not a household licence number"),
        ("Viết như 20A8001234", "Write it like 20A8001234")
      )
    default:
      (
        ("Số điện thoại không đúng", "Not a telephone number"),
        ("Di động 10 số, cố định 11 số bắt đầu 02", "10 digits for a mobile, 11 beginning with 02 otherwise")
      )
    }
  }

  private static func list(_ numbers: [Int], _ or: String) -> String {
    let texts = numbers.map(String.init)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(or) " + last
  }
}
