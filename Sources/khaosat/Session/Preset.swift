internal import Fieldwork
internal import Forms

/// What the visit list already knows: questions of the same name as a column of the list begin with its value.
enum Preset {
  /// Values by the path of the question, for the questions outside repeats that the form has.
  static func values(of visit: Visit?, for form: CheckedForm) -> [String: String] {
    guard let visit else { return [:] }
    var values: [String: String] = [:]
    for node in form.nodes where node.hasControl || node.kind == .hidden {
      guard let value = visit.fields[node.name], !value.isEmpty, node.enclosingRepeat == nil else { continue }
      values[node.path] = value
    }
    return values
  }
}
