/// Functions of the device and of chance. All come from the moment of the evaluation.
enum SurroundingFunctions {
  static let rows: [FunctionEntry] = [
    FunctionEntry("random", Signature([])) { call, scope, effort throws(ExpressionProblem) in
      .number(Number(Double(draw(call, scope, &effort) >> 11) * 0x1p-53))
    },
    FunctionEntry("uuid", Signature([.number], optional: 1), body: uuid),
    FunctionEntry("property", Signature([.string])) { call, scope, effort throws(ExpressionProblem) in
      let name = try call.string(0, scope, &effort)
      if name.lowercased() == "deviceid" { return .string(scope.moment.deviceID) }
      return .string(scope.moment.properties[name] ?? "")
    },
    FunctionEntry("version", Signature([])) { _, scope, _ throws(ExpressionProblem) in .string(scope.version) },
  ]

  /// A random number that depends on the moment, the node, the place in the expression and how many were drawn before.
  static func draw(_ call: Call, _ scope: Scope, _ effort: inout Effort) -> UInt64 {
    effort.draws += 1
    var state = scope.moment.seed ^ UInt64(bitPattern: scope.moment.milliseconds) &* 0x9E37_79B9_7F4A_7C15
    for byte in scope.document.path(of: effort.origin).utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = mixed(state &+ UInt64(call.tree.offsets[Int(call.place)]) &* 0xD6E8_FEB8_6659_FD93)
    return mixed(state &+ effort.draws &* 0x9E37_79B9_7F4A_7C15)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var state = value &+ 0x9E37_79B9_7F4A_7C15
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    return state ^ (state >> 31)
  }

  private static func uuid(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    if call.count > 0 {
      let length = try call.number(0, scope, &effort).clampedInt ?? 0
      guard (0...10_000).contains(length) else { throw call.problem(.limit, "length") }
      let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      var text = ""
      for _ in 0..<length { text.append(letters[Int(draw(call, scope, &effort) % 36)]) }
      return .string(text)
    }
    let high = draw(call, scope, &effort) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = draw(call, scope, &effort) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Array(hexadecimal(high) + hexadecimal(low))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return .string(text)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
