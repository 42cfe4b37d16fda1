package import Responses

/// What is wrong with an answer, when the form has no words of its own.
package struct AnswerProblemPhrase: PairedPhrase {
  private let kind: Problem.Kind

  /// The words for a kind of problem.
  package init(_ kind: Problem.Kind) {
    self.kind = kind
  }

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch kind {
    case .required: ("bắt buộc trả lời", "an answer is required")
    case .constraint: ("câu trả lời không đúng điều kiện", "the answer breaks a condition")
    case .warning: ("câu trả lời khác thường, xem lại", "the answer is unusual, check it")
    case .type: ("không viết đúng kiểu của câu này", "not written as this question needs")
    case .choice: ("không có trong các mục được chọn", "not among the choices offered")
    case .rows: ("quá nhiều dòng: một bảng nhận nhiều nhất 20.000 dòng", "too many rows: a repeat takes at most 20,000")
    case .formula: ("không tính được với các câu trả lời này", "cannot be computed from these answers")
    }
  }
}
