/// Parameters are written as name=value, known to the type, and possible.
struct ParametersCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row -> [FormProblem] in
      guard let type = row.type, let written = row.row.columns[.parameters] else { return [] }
      guard let parameters = ParameterReader.read(written.text) else {
        return [FormProblem(.badParameter, at: written.position, [written.text, ""])]
      }
      let known = type.kind.description.parameters
      var found: [FormProblem] = []
      for parameter in parameters {
        let arguments = [parameter.name, parameter.value]
        if !known.isEmpty, !known.contains(parameter.name) {
          found.append(FormProblem(.unknownParameter, at: written.position, [parameter.name, row.row.type.text]))
        } else if !isPossible(parameter, for: type.kind) {
          found.append(FormProblem(.badParameter, at: written.position, arguments))
        }
      }
      if type.kind == .range, found.isEmpty, let fault = rangeFault(parameters) {
        found.append(FormProblem(.badParameter, at: written.position, fault))
      }
      return found
    }
  }

  private func isPossible(_ parameter: (name: String, value: String), for kind: QuestionKind) -> Bool {
    switch parameter.name {
    case "start", "end", "step": kind != .range || WrittenForm.isDecimal(parameter.value)
    case "rows", "max-pixels": WrittenForm.isInteger(parameter.value)
    case "randomize": YesNo.truth(parameter.value) != nil
    case "seed":
      WrittenForm.isDecimal(parameter.value) || parameter.value.hasPrefix("${") || parameter.value.contains("/")
    default: !parameter.value.isEmpty
    }
  }

  private func rangeFault(_ parameters: [(name: String, value: String)]) -> [String]? {
    func value(_ name: String, _ standard: String) -> Double {
      Double(parameters.last { $0.name == name }?.value ?? standard) ?? 0
    }
    let standard = RangeKind.standard
    let step = value("step", standard.step)
    if step == 0 { return ["step", "0"] }
    let end = parameters.last { $0.name == "end" }?.value ?? standard.end
    let width = value("end", standard.end) - value("start", standard.start)
    return width == 0 || (width > 0) != (step > 0) ? ["end", end] : nil
  }
}
