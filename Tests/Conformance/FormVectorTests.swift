import Expressions
import FormFiles
import Forms
import JSON
import Responses
import Testing

/// Every recorded form scenario gives the same outcomes, leaves, problems and refusals, from the workbook and from the XForm.
@Suite("Recorded form scenarios", .enabled(if: !FormVectors.cases.isEmpty, "no vectors folder beside the project"))
struct FormVectorTests {
  private static let moment = Moment(milliseconds: 1_795_143_600_000, zone: .fixed(minutes: 420), seed: 20_261_120)

  @Test("scenario", arguments: FormVectors.cases)
  func scenario(_ vector: FormVectorCase) throws {
    let expected = try FormVectors.json(vector.name, "expected.json")
    guard let form = try load(vector, isRefused: expected["refused"]?.boolValue ?? false) else { return }
    var response = Response(form: form, instanceID: "uuid:0", opened: Self.moment)
    let steps = try FormVectors.json(vector.name, "steps.json").arrayValue ?? []
    let outcomes = expected["steps"]?.arrayValue ?? []
    for (number, step) in steps.enumerated() {
      let outcome = perform(step, number: number, on: &response)
      let wanted = number < outcomes.count ? outcomes[number]["outcome"]?.stringValue : nil
      #expect(outcome.rawValue == wanted, "step \(number + 1): \(step.serialised())")
    }
    compareLeaves(response, expected: expected["leaves"]?.objectValue ?? JSONObject())
    let problems = response.problems.filter { $0.severity == .error }.map { "\($0.indexPath) \($0.kind.rawValue)" }
    let wanted = (expected["problems"]?.arrayValue ?? []).map {
      "\($0["path"]?.stringValue ?? "") \($0["kind"]?.stringValue ?? "")"
    }
    #expect(Set(problems) == Set(wanted))
  }

  /// The form, when it loads; one that has to be refused gives none.
  private func load(_ vector: FormVectorCase, isRefused: Bool) throws -> CheckedForm? {
    var found: [String] = []
    var form: CheckedForm?
    do {
      let loaded = try FormFiles.load(path: vector.path)
      found = loaded.problems.map { "\($0)" }
      if found.isEmpty {
        let checked = CheckedForm.check(loaded.definition)
        found = checked.problems.filter { !$0.code.isWarning }.map { "\($0)" }
        form = checked.form
      }
    } catch { found.append("\(error)") }
    #expect(isRefused == !found.isEmpty, "\(found)")
    #expect(isRefused == (form == nil))
    return form
  }

  private func perform(_ step: JSONValue, number: Int, on response: inout Response) -> Outcome {
    func path(_ key: String) -> FieldPath? { step[key]?.stringValue.flatMap { response.fieldPath($0) } }
    if let field = path("set") {
      return response.applyStrict(.set(field, step["value"]?.stringValue ?? ""), at: Self.moment)
    }
    if let field = path("add"), let row = RowID("row\(number)") {
      return response.applyStrict(.addRow(repeat: field, row: row), at: Self.moment)
    }
    guard let field = path("remove") else { return .unknown }
    return response.applyStrict(.removeRow(field), at: Self.moment)
  }

  private func compareLeaves(_ response: Response, expected: JSONObject) {
    let leaves = Dictionary(uniqueKeysWithValues: response.leaves().map { ($0.path, $0.value) })
    for member in expected {
      let wanted = member.value.stringValue ?? ""
      let got = leaves[member.key]
      let isSame = got == wanted || got.flatMap(Double.init).map { $0 == Double(wanted) } ?? false
      #expect(isSame, "\(member.key): \(got ?? "absent") instead of \(wanted)")
    }
    #expect(Set(leaves.keys) == Set(expected.keys))
  }
}
