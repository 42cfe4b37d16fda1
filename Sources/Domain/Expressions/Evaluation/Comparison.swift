/// How values compare. Texts that are full dates compare and subtract as dates.
enum Comparison {
  static func holds(
    _ operation: Operator, _ left: Value, _ right: Value, zone: Zone
  ) throws(ExpressionProblem) -> Bool {
    switch operation {
    case .equal: return try areEqual(left, right, zone: zone)
    case .unequal: return try !areEqual(left, right, zone: zone)
    case .less: return try measure(left, zone).isLess(than: measure(right, zone))
    case .greater: return try measure(right, zone).isLess(than: measure(left, zone))
    case .lessOrEqual: return try isAtMost(left, right, zone)
    default: return try isAtMost(right, left, zone)
    }
  }

  private static func isAtMost(_ left: Value, _ right: Value, _ zone: Zone) throws(ExpressionProblem) -> Bool {
    let first = try measure(left, zone)
    let second = try measure(right, zone)
    return first.isLess(than: second) || first.equals(second)
  }

  /// Truth values compare as such, then numbers as numbers, everything else as text.
  static func areEqual(_ left: Value, _ right: Value, zone: Zone) throws(ExpressionProblem) -> Bool {
    switch (left, right) {
    case (.boolean, _), (_, .boolean): return try left.asBoolean == right.asBoolean
    case (.number, _), (_, .number): return try measure(left, zone).equals(measure(right, zone))
    case (.string(let first), .string(let second)):
      if first == second { return true }
      guard first.utf8.count > 10 || second.utf8.count > 10, let one = moment(first, zone),
        let other = moment(second, zone)
      else { return false }
      return one == other
    default: return try left.asString == right.asString
    }
  }

  /// Whether a text spells a truth value; nothing when it is no spelling of one.
  static func spells(_ text: String, _ truth: Bool) -> Bool? {
    switch text {
    case "1", "true": truth
    case "0", "false": !truth
    default: nil
    }
  }

  /// The difference; of two dates with times the time that passed.
  static func difference(_ left: Value, _ right: Value, zone: Zone) throws(ExpressionProblem) -> Number {
    if case .string(let first) = left, case .string(let second) = right, first.utf8.count > 10,
      second.utf8.count > 10, let one = CalendarText.readStrictly(first, zone: zone),
      let other = CalendarText.readStrictly(second, zone: zone)
    {
      return Number(Int(one.milliseconds(in: zone) - other.milliseconds(in: zone))) / Number(86_400_000)
    }
    return try measure(left, zone) - measure(right, zone)
  }

  /// The value as a number, a text that is a full date as days.
  private static func measure(_ value: Value, _ zone: Zone) throws(ExpressionProblem) -> Number {
    guard case .string(let text) = value else { return try value.asNumber }
    guard text.utf8.count >= 10, let date = CalendarText.readStrictly(text, zone: zone) else {
      return Number(text: text)
    }
    guard date.kind == .dateTime else { return Number(date.days) }
    return Number(date.days) + Number(date.millisecondsOfDay) / Number(86_400_000)
  }

  private static func moment(_ text: String, _ zone: Zone) -> Int64? {
    guard text.utf8.count >= 10 else { return nil }
    return CalendarText.readStrictly(text, zone: zone)?.milliseconds(in: zone)
  }
}
