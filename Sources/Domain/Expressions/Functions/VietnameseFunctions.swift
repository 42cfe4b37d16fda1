internal import Vietnamese

/// Functions for numbers, names and amounts of Viet Nam. Other programs do not know them, so each says what stands in
/// its place when a form goes out.
enum VietnameseFunctions {
  static let rows: [FunctionEntry] = [
    FunctionEntry(
      "vn:mst", Signature([.string]), [.init("vn:mst('0100109106')", "true"), .init("vn:mst('0100109107')", "false")],
      replacement: "regex($1, '[0-9]{10}([- ]?[0-9]{3})?|[0-9]{12}')"
    ) { call, scope, effort throws(ExpressionProblem) in
      .boolean((try? TaxCode(reading: try call.string(0, scope, &effort))) != nil)
    },
    FunctionEntry(
      "vn:cccd", Signature([.string]), [.init("vn:cccd('019080001234')", "true")],
      replacement: "regex($1, '[0-9]{12}|[0-9]{9}')"
    ) { call, scope, effort throws(ExpressionProblem) in
      let year = CalendarValue(milliseconds: scope.moment.milliseconds, zone: scope.zone).day.year
      return .boolean((try? CitizenID(reading: try call.string(0, scope, &effort), in: year)) != nil)
    },
    FunctionEntry(
      "vn:phone", Signature([.string]), [.init("vn:phone('0912 345 678')", "true"), .init("vn:phone('123')", "false")],
      replacement: "regex($1, '(\\+84|84|0)[0-9 .-]{8,14}')"
    ) { call, scope, effort throws(ExpressionProblem) in
      .boolean((try? TelephoneNumber(reading: try call.string(0, scope, &effort))) != nil)
    },
    FunctionEntry(
      "vn:fold", Signature([.string]), [.init("vn:fold('Đồng  Hỷ')", "dong hy")], replacement: "lower-case($1)"
    ) { call, scope, effort throws(ExpressionProblem) in
      let text = try call.string(0, scope, &effort)
      try effort.spend(text.utf8.count)
      return .string(text.folded)
    },
    FunctionEntry(
      "vn:words", Signature([.number]), [.init("vn:words(105)", "một trăm linh năm")], replacement: "string($1)"
    ) { call, scope, effort throws(ExpressionProblem) in
      let number = try call.number(0, scope, &effort).rounded(places: 0, .halfUp)
      return .string(number.wholeNumber.map { AmountInWords.words($0) } ?? "")
    },
  ]
}
