internal import Fieldwork
internal import JSON
internal import Messages
internal import Responses

/// A record as the commands print it.
enum RecordReport {
  /// Every relevant leaf by its path with row numbers.
  static func leaves(_ response: Response) -> JSONValue {
    var object = JSONObject()
    for leaf in response.leaves() { object[leaf.path] = .string(leaf.value) }
    return .object(object)
  }

  /// What is wrong with the answers.
  static func problems(_ response: Response, language: String) -> JSONValue {
    .array(
      response.problems.map { problem in
        let message = AnswerProblemPhrase.text(problem, language: language)
        var object: JSONObject = [
          "path": .string(problem.indexPath), "kind": .string(problem.kind.rawValue),
          "severity": .string(problem.severity.rawValue), "message": .string(message),
        ]
        if let confirmed = problem.confirmed { object["confirmed"] = .string(confirmed) }
        return .object(object)
      })
  }
}

extension RecordReport {
  /// What a reviewer said.
  static func review(_ review: Review) -> JSONValue {
    [
      "verdict": .string(review.verdict.rawValue), "reviewer": .string(review.reviewer), "time": .string(review.time),
      "summary": .string(review.summary),
      "comments": .array(review.comments.map { ["field": .string($0.field), "text": .string($0.text)] }),
    ]
  }

  /// A question that two devices answered differently: every value, newest first.
  static func conflict(_ conflict: Conflict) -> JSONValue {
    [
      "field": .string(conflict.field),
      "values": .array(
        conflict.leaves.map { leaf in
          [
            "version": .string(leaf.version), "value": leaf.value.map { .string($0) } ?? .null,
            "device": .string(leaf.device), "time": .string(leaf.time),
          ]
        }),
    ]
  }
}
