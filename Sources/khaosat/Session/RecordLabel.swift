internal import Forms
internal import Records
internal import Responses

/// What lists call records.
enum RecordLabel {
  /// The instance name, else the first answer that the form does not mark as personal.
  static func text(_ response: Response, form: CheckedForm) -> String {
    if let name = response.instanceName, !name.isEmpty { return name }
    return response.leaves().first { !$0.value.isEmpty && !isPersonal($0.path, in: form) }?.value ?? ""
  }

  /// What lists show: a name made of personal answers is masked.
  static func shown(_ summary: RecordSummary) -> String {
    summary.isLabelPersonal && !summary.label.isEmpty ? "•••" : summary.label
  }

  private static func isPersonal(_ path: String, in form: CheckedForm) -> Bool {
    var plain = ""
    var isRow = false
    for character in path {
      if character == "[" { isRow = true }
      if !isRow { plain.append(character) }
      if character == "]" { isRow = false }
    }
    var node = form.node(at: plain)
    while let current = node {
      if current.isPersonal { return true }
      node = current.parent.map { form.nodes[$0] }
    }
    return false
  }
}
