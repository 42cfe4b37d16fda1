internal import Forms
internal import Messages
internal import Vietnamese

/// Numbers and amounts of money between the field and the answer.
enum NumberText {
  /// The plain decimal that a typed number means; empty for nothing.
  static func value(of text: String, node: FormNode) throws(TypedTextProblem) -> String {
    var trimmed = TypedText.trimmed(text)
    guard !trimmed.isEmpty else { return "" }
    if let unit = node.unit, trimmed.count > unit.count, trimmed.lowercased().hasSuffix(unit.lowercased()) {
      trimmed = TypedText.trimmed(String(trimmed.dropLast(unit.count)))
    }
    if isMoney(node) {
      return try TypedText.read { () throws(TextProblem) in try MoneyAmount(reading: trimmed).dong.plain }
    }
    return try TypedText.read { () throws(TextProblem) in try NumberReading.number(trimmed).plain }
  }

  /// Whether amounts such as "1,29 tỷ" may be typed.
  static func isMoney(_ node: FormNode) -> Bool {
    node.unit.map { $0.folded.hasPrefix("dong") } ?? false
  }

  /// A number with its unit.
  static func shown(_ value: String, node: FormNode) -> String {
    let number = TypedText.number(value, node: node)
    return node.unit.map { "\(number) \($0)" } ?? number
  }

  /// The unit, and how an amount is read while it is typed.
  static func remark(_ text: String, _ view: ControlView) -> String {
    let unit = view.node.unit ?? ""
    guard isMoney(view.node), let plain = try? value(of: text, node: view.node),
      let amount = ExactDecimal(plain: plain),
      let whole = amount.wholeValue
    else { return unit }
    let isWritten = text.allSatisfy { $0.isNumber || $0 == "." }
    if isWritten, whole.magnitude >= 1_000_000 { return "\(unit) = \(MoneyAmount.short(dong: whole))" }
    return isWritten ? unit : "= \(amount.vietnamese) \(unit)"
  }
}
