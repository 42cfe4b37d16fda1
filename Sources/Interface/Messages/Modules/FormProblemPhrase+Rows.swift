internal import Expressions
internal import Forms

// Rows, their names, and what their formulas say.
extension FormProblemPhrase {
  static func rows(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .unknownType:
      ProblemWords(
        "Không có kiểu câu hỏi “\(given[0])”", "There is no question type “\(given[0])”",
        do: "Dùng kiểu có trong docs/form-format.md, như text, integer, select_one",
        "Use a type of docs/form-format.md, such as text, integer, select_one")
    case .missingName:
      ProblemWords(
        "Câu kiểu “\(given[0])” chưa có tên", "A question of type “\(given[0])” has no name",
        do: "Thêm name, không có dấu cách", "Add a name without spaces")
    case .illegalName:
      ProblemWords(
        "Tên “\(given[0])” không dùng được", "The name “\(given[0])” cannot be used",
        do: "Bắt đầu bằng chữ hoặc _, tiếp theo là chữ, số, _ - . và không có dấu cách",
        "Begin with a letter or _, go on with letters, digits, _ - . and no spaces")
    case .duplicateName:
      ProblemWords(
        "Tên “\(given[0])” đã dùng ở \(given[1])", "The name “\(given[0])” is taken at \(given[1])",
        do: "Đặt tên khác cho một trong hai câu", "Rename one of the two")
    case .similarName:
      ProblemWords(
        "Tên “\(given[0])” chỉ khác chữ hoa chữ thường với tên ở \(given[1])",
        "The name “\(given[0])” differs from the one at \(given[1]) only in case",
        do: "Đổi tên một câu: có công cụ coi hai tên là một", "Rename one: some tools take the two for one")
    case .missingLabel:
      ProblemWords(
        "Câu “\(given[0])” chưa có nhãn", "The question “\(given[0])” has no label",
        do: "Thêm label hoặc hint", "Add a label or a hint")
    default:
      ProblemWords(
        "Chương trình này không hỏi được kiểu “\(given[0])”", "This program cannot ask the type “\(given[0])”",
        do: "Dùng kiểu khác nếu phải trả lời câu này trên máy này", "Use another type if it must be answered here")
    }
  }

  static func formula(_ problem: FormProblem) -> ProblemWords {
    let code: ExpressionProblem.Code =
      switch problem.code {
      case .unknownFunction: .unknownFunction
      case .wrongArity: .arity
      case .badPattern: .pattern
      default: .syntax
      }
    return ExpressionProblemPhrase.words(problem.expression ?? ExpressionProblem(code, problem.arguments))
  }

  static func pattern(_ given: ProblemArguments) -> ProblemWords {
    let reason = SyntaxWords.patternReason(given[1])
    return ProblemWords(
      "Mẫu regex “\(given[0])” có chỗ chương trình này không hiểu: \(reason.0)",
      "The pattern “\(given[0])” holds what is not known here: \(reason.1)",
      do: "Viết cách khác ở ký tự thứ \(given[2]), nếu phiếu được điền trên máy này",
      "Write it in another way at character \(given[2]), if the form is filled here")
  }

  static func references(_ code: FormProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .unknownReference:
      ProblemWords(
        "Không có câu hỏi tên “\(given[0])”", "There is no question “\(given[0])”",
        do: given[1].isEmpty ? "Sửa tên, hoặc thêm câu hỏi này" : "Có phải ${\(given[1])} không? Sửa tên",
        given[1].isEmpty ? "Correct the name, or add the question" : "Was ${\(given[1])} meant? Correct the name")
    case .ambiguousReference:
      ProblemWords(
        "Có \(given[1]) câu hỏi tên “\(given[0])”", "\(given[1]) questions are called “\(given[0])”",
        do: "Đặt tên khác nhau cho các câu đó", "Give them different names")
    case .unknownPath:
      ProblemWords(
        "Phiếu không có đường dẫn \(given[0])", "The form has no path \(given[0])",
        do: "Sửa đường dẫn, hoặc viết ${tên_câu_hỏi}", "Correct the path, or write ${name}")
    case .cycle:
      ProblemWords(
        "Các công thức chờ nhau thành vòng: \(given.joined(" → "))",
        "Formulas wait for each other in a circle: \(given.joined(" → "))",
        do: "Bỏ một tham chiếu trong vòng", "Remove one reference of the circle")
    case .selfReference:
      ProblemWords(
        "Công thức của “\(given[0])” dùng chính kết quả của nó", "The formula of “\(given[0])” uses its own result",
        do: "Dùng câu khác; trong constraint, dấu chấm (.) là giá trị vừa nhập",
        "Use another question; in a constraint a dot (.) is the value entered")
    case .repeatedReference:
      ProblemWords(
        "“\(given[0])” nằm trong phần lặp nhưng được dùng ở ngoài như một giá trị",
        "“\(given[0])” is repeated, but used outside as one value",
        do: "Dùng sum(${\(given[0])}), count(${\(given[0])}) hoặc indexed-repeat()",
        "Use sum(${\(given[0])}), count(${\(given[0])}) or indexed-repeat()")
    case .badIndexedRepeat:
      ProblemWords(
        "\(given[0]) trong indexed-repeat không chứa câu đứng đầu",
        "\(given[0]) in indexed-repeat does not hold the question in front",
        do: "Viết ${tên_phần_lặp} chứa câu đó", "Write the ${repeat} that holds the question")
    default:
      ProblemWords(
        "trigger “\(given[0])” không chỉ câu hỏi nào", "The trigger “\(given[0])” names no question",
        do: "Viết ${tên_câu_hỏi}", "Write ${name}")
    }
  }
}
