internal import JSON
internal import Responses

/// One thing that an answers file does, as written there: paths with row numbers.
enum AnswerStep: Equatable {
  /// Sets an answer; empty text clears it.
  case set(path: String, value: String)
  /// Adds a row at the end of a repeat.
  case add(path: String)
  /// Adds rows until a repeat has as many; not reported as a step.
  case ensure(path: String, rows: Int)
  /// Removes a row.
  case remove(path: String)
  /// Gives a reason instead of an answer.
  case missing(path: String, reason: String)
  /// Confirms a warning with a reason.
  case confirm(path: String, reason: String)
  /// Leaves a note.
  case note(path: String, text: String)

  /// Reads a list of steps.
  ///
  /// - Throws: ``ProgramProblem/badAnswers(path:detail:)`` with the number of the step.
  static func list(_ values: [JSONValue], file: String) throws(ProgramProblem) -> [AnswerStep] {
    var steps: [AnswerStep] = []
    for (place, value) in values.enumerated() {
      func path(_ key: String) -> String? { value[key]?.stringValue }
      let text = value["value"].map(Self.text) ?? ""
      if let path = path("set") {
        steps.append(.set(path: path, value: text))
      } else if let path = path("add") {
        steps.append(.add(path: path))
      } else if let path = path("remove") {
        steps.append(.remove(path: path))
      } else if let path = path("missing") {
        steps.append(.missing(path: path, reason: value["reason"]?.stringValue ?? text))
      } else if let path = path("confirm") {
        steps.append(.confirm(path: path, reason: value["reason"]?.stringValue ?? text))
      } else if let path = path("note") {
        steps.append(.note(path: path, text: value["text"]?.stringValue ?? text))
      } else {
        throw .badAnswers(path: file, detail: "step \(place + 1) has none of set, add, remove, missing, confirm, note")
      }
    }
    return steps
  }

  /// A JSON value as the text of an answer: numbers as written, lists joined by spaces.
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let truth): truth ? "true" : "false"
    case .number(let literal): literal
    case .string(let text): text
    case .array(let values): values.map(Self.text).joined(separator: " ")
    case .object: ""
    }
  }
}
