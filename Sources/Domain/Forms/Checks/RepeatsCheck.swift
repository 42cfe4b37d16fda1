/// A repeat_count is a number, a reference or an expression.
struct RepeatsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.compactMap { row in
      guard row.type?.kind == .repeat, let count = row.row.columns[.repeatCount] else { return nil }
      let trimmed = count.text.filter { !$0.isWhitespace }
      let isNegative = trimmed.hasPrefix("-") && WrittenForm.isDecimal(trimmed)
      let isWord = XMLName.isValid(trimmed) && !trimmed.contains("(")
      guard trimmed.isEmpty || isNegative || isWord else { return nil }
      return FormProblem(.badRepeatCount, at: count.position, [count.text])
    }
  }
}
