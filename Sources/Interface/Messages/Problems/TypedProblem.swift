/// What typed text lacks to be an answer, beside what the module Vietnamese says.
package enum TypedProblem: String, CaseIterable, Sendable {
  case notWhole = "not-whole"
  case time
  case point

  /// What is wrong, and the way out.
  package var phrase: ProblemPhrase {
    switch self {
    case .notWhole:
      ProblemPhrase(
        "typed.not-whole", ("Câu này cần số nguyên", "A whole number is needed"),
        wayOut: ("Bỏ phần lẻ, ví dụ 12", "Leave the fraction out, like 12"))
    case .time:
      ProblemPhrase(
        "typed.time", ("Giờ không đúng", "Not a time of day"), wayOut: ("Gõ như 08:30 hoặc 8h30", "Type it like 08:30"))
    case .point:
      ProblemPhrase(
        "typed.point", ("Tọa độ không đúng", "Not a pair of coordinates"),
        wayOut: ("Vĩ độ rồi kinh độ, ví dụ 21.4148 106.2960", "Latitude then longitude, like 21.4148 106.2960"))
    }
  }
}
