/// The result of an expression.
package enum Value: Sendable {
  case number(Number)
  case string(String)
  case boolean(Bool)
  case date(CalendarValue)
  indirect case nodeset(NodeSet)

  /// The value as a number, as `number()` gives it. Several nodes where one is needed are a problem.
  package var asNumber: Number {
    get throws(ExpressionProblem) {
      switch self {
      case .number(let number): number
      case .string(let text): Number(text: text)
      case .boolean(let truth): truth ? .one : .zero
      case .date(let date): Number(date.days)
      case .nodeset(let set): try set.unpacked().asNumber
      }
    }
  }

  /// The value as text, as `string()` gives it. Several nodes where one is needed are a problem.
  package var asString: String {
    get throws(ExpressionProblem) {
      switch self {
      case .number(let number): number.description
      case .string(let text): text
      case .boolean(let truth): truth ? "true" : "false"
      case .date(let date): date.text
      case .nodeset(let set): try set.unpacked().asString
      }
    }
  }

  /// The value as a truth value, as `boolean()` gives it. Several nodes where one is needed are a problem.
  package var asBoolean: Bool {
    get throws(ExpressionProblem) {
      switch self {
      case .number(let number): number.truth
      case .string(let text): !text.isEmpty
      case .boolean(let truth): truth
      case .date: true
      case .nodeset(let set): try set.unpacked().asBoolean
      }
    }
  }
}
