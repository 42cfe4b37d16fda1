internal import Forms
internal import JSON
internal import Responses

/// Nested answers as steps: set in document order, rows added where the answers have more than the form so far.
struct NestedAnswers {
  private let form: CheckedForm
  private var steps: [AnswerStep] = []

  /// Turns an object of answers into steps.
  ///
  /// Names that the form does not have become steps all the same, so that they are reported as unknown.
  static func steps(_ answers: JSONObject, for form: CheckedForm) -> [AnswerStep] {
    var walk = NestedAnswers(form: form)
    guard let root = form.nodes.first else { return [] }
    let content = answers.members.count == 1 ? answers[root.name]?.objectValue ?? answers : answers
    walk.walk(content, node: root.index, path: "/" + root.name)
    return walk.steps
  }

  private init(form: CheckedForm) { self.form = form }

  private mutating func walk(_ answers: JSONObject, node: Int, path: String) {
    let children = form.nodes[node].children.map { form.nodes[$0] }
    for child in children {
      guard let value = answers[child.name] else { continue }
      let place = path + "/" + child.name
      switch (child.kind, value) {
      case (.repeat, .array(let rows)): walk(rows: rows, of: child, path: place)
      case (.repeat, .object(let row)): walk(rows: [.object(row)], of: child, path: place)
      case (.group, .object(let inner)): walk(inner, node: child.index, path: place)
      default: steps.append(.set(path: place, value: AnswerStep.text(value)))
      }
    }
    let known = Set(children.map(\.name))
    for member in answers where !known.contains(member.key) {
      steps.append(.set(path: path + "/" + member.key, value: AnswerStep.text(member.value)))
    }
  }

  private mutating func walk(rows: [JSONValue], of node: FormNode, path: String) {
    for (place, row) in rows.enumerated() {
      steps.append(.ensure(path: path, rows: place + 1))
      walk(row.objectValue ?? JSONObject(), node: node.index, path: "\(path)[\(place + 1)]")
    }
  }
}
