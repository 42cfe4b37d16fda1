/// Functions of answers that are lists of choices.
enum SelectionFunctions {
  static let rows: [FunctionEntry] = [
    FunctionEntry(
      "selected", Signature([.string, .string]), [.init("selected('a b c', 'b')", "true")], body: selected),
    FunctionEntry(
      "is-selected", Signature([.string, .string]), [.init("is-selected('a b', 'c')", "false")], body: selected),
    FunctionEntry("selected-at", Signature([.string, .number]), [.init("selected-at('a b c', 1)", "b")]) {
      call, scope, effort throws(ExpressionProblem) in
      let words = words(try call.string(0, scope, &effort))
      // As in other engines what is no number means the first.
      let place = try call.number(1, scope, &effort).clampedInt ?? 0
      return .string(words.indices.contains(place) ? String(words[place]) : "")
    },
    FunctionEntry("count-selected", Signature([.string]), [.init("count-selected('a b c')", "3")]) {
      call, scope, effort throws(ExpressionProblem) in
      .number(Number(words(try call.string(0, scope, &effort)).count))
    },
    FunctionEntry("jr:choice-name", Signature([.string, .string]), body: choiceName),
    FunctionEntry("jr:itext", Signature([.string])) { call, scope, effort throws(ExpressionProblem) in
      .string(scope.instances.itext(try call.string(0, scope, &effort), language: scope.language) ?? "")
    },
  ]

  private static func words(_ text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }.map { $0 }
  }

  private static func selected(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let list = try call.string(0, scope, &effort)
    let wanted = try call.string(1, scope, &effort)
    try effort.spend(list.utf8.count)
    let trimmed = wanted.utf8.drop { $0 <= 0x20 }
    let end = trimmed.lastIndex { $0 > 0x20 }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    let token = trimmed[..<end]
    return .boolean(" \(list) ".range(of: " \(Substring(token)) ") != nil)
  }

  private static func choiceName(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let value = try call.string(0, scope, &effort)
    let path = try call.string(1, scope, &effort)
    if let parts = scope.instances.choiceLabelParts(value: value, question: path, language: scope.language) {
      return .string(try filled(parts, path, scope, &effort))
    }
    let label = scope.instances.choiceLabel(value: value, question: path, language: scope.language)
    return .string(label ?? "")
  }

  /// A label with what it refers to, read in the row of its question that is nearest.
  private static func filled(
    _ parts: [LabelPart], _ path: String, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> String {
    // A label that names itself would be filled in for ever.
    guard scope.labelDepth < 4 else { return "" }
    var inner = scope
    inner.labelDepth += 1
    let names = path.split(separator: "/").map { Name($0.filter { !$0.isWhitespace }) }
    let question = scope.document.node(at: names, nearest: effort.origin)
    var label = ""
    for part in parts {
      switch part {
      case .text(let text): label += text
      case .formula(let formula):
        try effort.spend(100)
        guard let value = try? formula.evaluate(in: inner, at: question) else { continue }
        if case .nodeset(let set) = value, set.count > 1 {
          label += set.values.joined(separator: ", ")
        } else {
          label += (try? value.asString) ?? ""
        }
      }
    }
    return label
  }
}
