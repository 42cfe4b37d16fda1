/// The form has an id, and a root name that XML allows.
struct SettingsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    let definition = draft.definition
    var found: [FormProblem] = []
    if definition.formID.text.allSatisfy(\.isWhitespace) {
      found.append(FormProblem(.missingFormID, at: definition.formID.position))
    }
    if !XMLName.isValid(definition.rootName) {
      let position = definition.settings["name"]?.position ?? definition.formID.position
      found.append(FormProblem(.illegalName, at: position, [definition.rootName]))
    }
    if !draft.rows.contains(where: { $0.node != nil && $0.type?.kind != .audit && $0.name != "instanceName" }) {
      found.append(FormProblem(.emptyForm, at: definition.formID.position))
    }
    return found
  }
}
