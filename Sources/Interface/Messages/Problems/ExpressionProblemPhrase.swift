package import Expressions

/// What is wrong with an expression.
package enum ExpressionProblemPhrase {
  /// A problem in words.
  package static func problem(_ problem: ExpressionProblem) -> ProblemPhrase {
    let words = words(problem.code, Arguments(problem.arguments))
    return ProblemPhrase("expr." + problem.code.rawValue, words.says, wayOut: words.wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: ExpressionProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// The words of a code.
  static func words(_ code: ExpressionProblem.Code, _ a: Arguments) -> ProblemWords {
    switch code {
    case .syntax:
      (
        (
          "Không đọc được biểu thức: có \(a[0]), cần \(a[1])",
          "The expression cannot be read: \(a[0]) stands where \(a[1]) is needed"
        ),
        ("Sửa ở vị trí đã nêu", "Mend it at the place named")
      )
    case .unknownFunction:
      (
        ("Không có hàm “\(a[0])”", "There is no function “\(a[0])”"),
        ("Xem danh sách hàm trong docs", "See the list of functions in docs")
      )
    case .arity:
      (
        (
          "Hàm “\(a[0])” nhận \(a[2]) đối số, đang có \(a[1])",
          "The function “\(a[0])” takes \(a[2]) arguments, not \(a[1])"
        ),
        ("Thêm hoặc bớt đối số", "Add or remove arguments")
      )
    case .type:
      (
        ("Có \(a[0]), cần \(a[1])", "\(a[0]) stands where \(a[1]) is needed"),
        ("Đổi kiểu bằng number(), string() hoặc date()", "Convert with number(), string() or date()")
      )
    case .path:
      (
        ("Nhiều nút ở chỗ chỉ cần một giá trị: \(a[0])", "Several nodes where one value is needed: \(a[0])"),
        ("Dùng sum(), count() hoặc chọn một dòng", "Use sum(), count() or choose one row")
      )
    case .instance:
      (
        ("Không có instance “\(a[0])”", "There is no instance “\(a[0])”"),
        ("Kiểm tra tên danh sách", "Check the name of the list")
      )
    case .value:
      (
        ("Hàm “\(a[0])” không hiểu “\(a[1])”", "The function “\(a[0])” does not understand “\(a[1])”"),
        ("Xem ví dụ của hàm trong docs", "See the examples of the function in docs")
      )
    case .variable:
      (
        ("Biến “\(a[0])” không có trong ngôn ngữ này", "Variables like “\(a[0])” are not part of the language"),
        ("Dùng ${tên} cho câu hỏi", "Use ${name} for a question")
      )
    case .limit:
      (
        (
          "Biểu thức quá dài, quá sâu hoặc quá nhiều bước: \(a[0])",
          "The expression is too long, too deep or takes too many steps: \(a[0])"
        ),
        ("Chia thành nhiều câu tính", "Cut it into several calculations")
      )
    case .pattern:
      (
        ("Mẫu “\(a[0])” không đọc được: \(a[1])", "The pattern “\(a[0])” cannot be read: \(a[1])"),
        ("Sửa biểu thức chính quy", "Mend the regular expression")
      )
    }
  }
}
