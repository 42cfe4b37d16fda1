internal import Vietnamese

/// Functions that make and take apart texts.
enum TextFunctions {
  static let rows = making + cutting + asking

  private static let making: [FunctionEntry] = [
    FunctionEntry("string", Signature([.any]), [.init("string(3000000000)", "3000000000")]) {
      call, scope, effort throws(ExpressionProblem) in .string(try call.string(0, scope, &effort))
    },
    FunctionEntry(
      "concat", Signature([.any], optional: 1, repeating: 1), [.init("concat('a', 1, true())", "a1true")], body: concat),
    FunctionEntry(
      "join", Signature([.string, .any], optional: 1, repeating: 1), [.init("join('-', 'a', 'b')", "a-b")], body: join),
    .ofText("upper-case", [.init("upper-case('đường')", "ĐƯỜNG")]) { .string($0.uppercased()) },
    .ofText("lower-case", [.init("lower-case('ĐƯỜNG')", "đường")]) { .string($0.lowercased()) },
    FunctionEntry(
      "normalize-space", Signature([.string], optional: 1), [.init("normalize-space('  a   b ')", "a b")],
      body: normalizeSpace),
    FunctionEntry(
      "translate", Signature([.string, .string, .string]), [.init("translate('bar', 'abc', 'AB')", "BAr")],
      body: translate),
  ]

  private static let cutting: [FunctionEntry] = [
    FunctionEntry(
      "substr", Signature([.string, .number, .number], optional: 1),
      [.init("substr('Thái Nguyên', 5)", "Nguyên"), .init("substr('hello', -3, -1)", "ll")], body: substr),
    FunctionEntry(
      "substring", Signature([.string, .number, .number], optional: 1),
      [.init("substring('hello', 2, 3)", "ell"), .init("substring('12345', 0, 3)", "12")], body: substring),
    .ofTexts("substring-before", [.init("substring-before('2026/11', '/')", "2026")]) { text, mark in
      .string(text.range(of: mark).map { String(text[..<$0.lowerBound]) } ?? "")
    },
    .ofTexts("substring-after", [.init("substring-after('2026/11', '/')", "11")]) { text, mark in
      .string(text.range(of: mark).map { String(text[$0.upperBound...]) } ?? "")
    },
  ]

  private static let asking: [FunctionEntry] = [
    FunctionEntry(
      "string-length", Signature([.string], optional: 1), [.init("string-length('Tiếng Việt')", "10")],
      body: stringLength),
    .ofTexts("contains", [.init("contains('Thái Nguyên', 'Nguy')", "true")]) { text, part in
      .boolean(text.range(of: part) != nil)
    },
    .ofTexts("starts-with", [.init("starts-with('0912', '09')", "true")]) { .boolean($0.hasPrefix($1)) },
    .ofTexts("ends-with", [.init("ends-with('a.jpg', '.jpg')", "true")]) { .boolean($0.hasSuffix($1)) },
    FunctionEntry(
      "regex", Signature([.string, .string]),
      [.init("regex('0912345678', '0[0-9]{9}')", "true"), .init("regex('x0912345678', '0[0-9]{9}')", "false")],
      body: regex),
  ]

  private static func concat(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    var text = ""
    for value in try call.flattened(from: 0, scope, &effort) {
      text += try value.asString
      try effort.spend(text.utf8.count)
    }
    return .string(text)
  }

  private static func join(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let separator = try call.string(0, scope, &effort)
    var parts: [String] = []
    for value in try call.flattened(from: 1, scope, &effort) {
      let part = try value.asString
      try effort.spend(part.utf8.count + separator.utf8.count)
      parts.append(part)
    }
    return .string(parts.joined(separator: separator))
  }

  /// The text of an argument, or of the context node when it is left out.
  private static func textOrContext(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> String {
    if call.count > 0 { return try call.string(0, scope, &effort) }
    return (call.focus.document ?? scope.document).value(of: NodeID(raw: call.focus.node))
  }

  private static func normalizeSpace(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let text = try textOrContext(call, scope, &effort)
    let words = text.unicodeScalars.split { $0.properties.isWhitespace && $0 != "\u{A0}" }
    return .string(words.map { String($0) }.joined(separator: " "))
  }

  private static func translate(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let text = try call.string(0, scope, &effort)
    let from = Array(try call.string(1, scope, &effort).unicodeScalars)
    let to = Array(try call.string(2, scope, &effort).unicodeScalars)
    try effort.spend(text.utf8.count + from.count)
    var changes: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in from.enumerated() where changes[scalar] == nil {
      changes.updateValue(index < to.count ? to[index] : nil, forKey: scalar)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let change = changes[scalar] else {
        result.append(scalar)
        continue
      }
      if let change { result.append(change) }
    }
    return .string(String(result))
  }

  private static func substr(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let scalars = Array(try call.string(0, scope, &effort).unicodeScalars)
    let length = scalars.count
    var start = try call.number(1, scope, &effort).clampedInt ?? 0
    var end = call.count > 2 ? try call.number(2, scope, &effort).clampedInt ?? 0 : length
    if start < 0 { start = max(0, length &+ start) }
    if end < 0 { end = max(0, length &+ end) }
    end = min(end, length)
    return .string(start < end ? text(scalars[start..<end]) : "")
  }

  private static func substring(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let scalars = Array(try call.string(0, scope, &effort).unicodeScalars)
    let start = (try call.number(1, scope, &effort).double + 0.5).rounded(.down)
    var end = Double.infinity
    if call.count > 2 { end = start + (try call.number(2, scope, &effort).double + 0.5).rounded(.down) }
    guard start < end else { return .string("") }
    let first = Int(min(max(start - 1, 0), Double(scalars.count)))
    let last = Int(min(max(end - 1, 0), Double(scalars.count)))
    return .string(first < last ? text(scalars[first..<last]) : "")
  }

  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func stringLength(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    .number(Number(try textOrContext(call, scope, &effort).composedLength))
  }

  private static func regex(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let text = try call.string(0, scope, &effort)
    let source = try call.string(1, scope, &effort)
    do {
      return .boolean(try Pattern.cached(source).matches(text, &effort))
    } catch {
      throw ExpressionProblem(error.code, at: Int(call.tree.offsets[Int(call.place)]), error.arguments)
    }
  }
}
