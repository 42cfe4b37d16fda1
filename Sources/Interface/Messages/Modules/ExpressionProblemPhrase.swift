package import Expressions

/// The words for formulas that cannot be read or computed.
package enum ExpressionProblemPhrase {
  /// What is wrong with a formula, under the code that results print.
  package static func problem(_ problem: ExpressionProblem) -> ProblemPhrase {
    words(problem).phrase(problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en".
  package static func text(_ problem: ExpressionProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// The words without a code, for problems of forms, which have codes of their own.
  static func words(_ problem: ExpressionProblem) -> ProblemWords {
    let given = ProblemArguments(problem.arguments)
    switch problem.code {
    case .syntax: return syntax(given)
    case .unknownFunction:
      return ProblemWords(
        "Không có hàm “\(given[0])”", "There is no function “\(given[0])”",
        do: "Sửa tên hàm; các hàm có trong docs/form-format.md",
        "Correct the name; docs/form-format.md shows the functions")
    case .arity:
      return ProblemWords(
        "Hàm \(given[0]) có \(given[1]) tham số, cần \(given[2])",
        "\(given[0]) has \(given[1]) arguments, \(given[2]) are needed",
        do: "Thêm hoặc bớt tham số trong ngoặc", "Add or remove arguments in the parentheses")
    case .type: return type(given)
    case .path:
      return ProblemWords(
        "\(given[0]) có nhiều giá trị, ở đây cần một", "\(given[0]) has several values where one is needed",
        do: "Chọn một dòng bằng [điều kiện], hoặc dùng sum, count, join",
        "Choose one row with [condition], or use sum, count or join")
    case .instance:
      return ProblemWords(
        "Không có danh sách “\(given[0])” cho instance()", "There is no list “\(given[0])” for instance()",
        do: "Thêm danh sách hoặc tệp tên đó, hoặc sửa tên", "Add a list or file of that name, or correct the name")
    case .value: return value(given)
    case .variable:
      return ProblemWords(
        "Không dùng được biến $\(given[0])", "Variables such as $\(given[0]) cannot be used",
        do: "Viết ${\(given[0])} để lấy câu trả lời", "Write ${\(given[0])} for an answer")
    case .limit: return limit(given)
    case .pattern: return pattern(given)
    }
  }

  private static func syntax(_ given: ProblemArguments) -> ProblemWords {
    let wanted = SyntaxWords.wanted(given[1])
    if given[1] == "closing-quote" {
      return ProblemWords(
        "Dấu nháy \(given[0]) chưa đóng", "The quotation mark \(given[0]) is never closed",
        do: "Thêm dấu nháy đóng", "Add the closing mark")
    }
    let found =
      given[0].isEmpty
      ? ("công thức kết thúc quá sớm", "the formula ends too early")
      : ("không đọc được chỗ “\(given[0])”", "“\(given[0])” cannot stand here")
    return ProblemWords(
      "Công thức sai: \(found.0)", "Wrong formula: \(found.1)", do: "Ở đây cần \(wanted.0)",
      "Needed here is \(wanted.1)")
  }

  private static func type(_ given: ProblemArguments) -> ProblemWords {
    switch given[1] {
    case "one-document":
      ProblemWords(
        "Dấu | nối hai nguồn khác nhau", "The sign | joins two different sources",
        do: "Chỉ nối các câu trong cùng phiếu hoặc cùng danh sách", "Join only nodes of one form or one list")
    case "nodeset-of-equal-length":
      ProblemWords(
        "Hai danh sách không dài bằng nhau", "The two lists differ in length",
        do: "Kiểm tra hai phần trong hàm", "Check both parts of the call")
    default:
      ProblemWords(
        "Ở đây cần đường dẫn đến câu hỏi, không phải \(SyntaxWords.kind(given[0]).0)",
        "A path to questions is needed here, not \(SyntaxWords.kind(given[0]).1)",
        do: "Viết ${tên_câu_hỏi} hoặc một đường dẫn", "Write ${name} or a path")
    }
  }

  private static func value(_ given: ProblemArguments) -> ProblemWords {
    ProblemWords(
      "Hàm \(given[0]) không dùng được giá trị “\(given[1])”", "\(given[0]) cannot use the value “\(given[1])”",
      do: "Đưa giá trị đúng dạng: ngày như 2027-01-18, tọa độ như 21.41 106.29",
      "Give it what it needs: a date like 2027-01-18, a point like 21.41 106.29")
  }

  private static func limit(_ given: ProblemArguments) -> ProblemWords {
    switch given[0] {
    case "length":
      ProblemWords(
        "Công thức hoặc giá trị quá dài", "The formula or a value is too long",
        do: "Chia thành nhiều câu calculate", "Split it into several calculate rows")
    case "depth":
      ProblemWords(
        "Công thức có quá nhiều ngoặc lồng nhau", "Too many parentheses inside each other",
        do: "Chia thành nhiều câu calculate", "Split it into several calculate rows")
    default:
      ProblemWords(
        "Công thức tính quá lâu nên đã dừng", "The formula takes too long and was stopped",
        do: "Viết đơn giản hơn; tra danh sách bằng [cột = giá trị]",
        "Make it simpler; look lists up with [column = value]")
    }
  }

  private static func pattern(_ given: ProblemArguments) -> ProblemWords {
    let reason = SyntaxWords.patternReason(given[1])
    return ProblemWords(
      "Mẫu regex “\(given[0])” sai: \(reason.0)", "The pattern “\(given[0])” is wrong: \(reason.1)",
      do: given[2].isEmpty ? "Sửa mẫu" : "Sửa mẫu ở ký tự thứ \(given[2])",
      given[2].isEmpty ? "Correct the pattern" : "Correct the pattern at character \(given[2])")
  }
}
