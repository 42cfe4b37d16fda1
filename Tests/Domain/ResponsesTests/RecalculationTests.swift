import Forms
import Glibc
import Responses
import TestSupport
import Testing

/// What is computed after an edit is what computing everything anew gives.
@Suite("Recalculation")
struct RecalculationTests {
  private static let seed = getenv("KHAOSAT_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_127
  /// How many edits are tried: some in every run, many when asked for.
  private static let edits = getenv("KHAOSAT_LONG") == nil ? 1_000 : 12_000
  private static let editsPerForm = 50

  @Test("incremental is full")
  func incrementalIsFull() throws {
    print("recalculation seed \(Self.seed)")
    var generator = SeededGenerator(seed: Self.seed)
    for number in 0..<(Self.edits / Self.editsPerForm) {
      let seed = generator.next()
      var maker = RandomForm(seed: seed)
      let survey = maker.survey()
      let checked = FormFixture.check(survey)
      let form = try #require(checked.form, "form \(number): \(checked.errors)")
      var response = FormFixture.open(form)
      for step in 0..<Self.editsPerForm {
        edit(&response, form: form, generator: &generator, step: step)
        guard agrees(response) else {
          Issue.record("form \(number), seed \(seed), after edit \(step): \(difference(response))")
          return
        }
      }
    }
  }

  private func edit(_ response: inout Response, form: CheckedForm, generator: inout SeededGenerator, step: Int) {
    let repeats = form.nodes.filter { $0.kind == .repeat }
    let rows = response.items(in: nil).filter { if case .row = $0.kind { true } else { false } }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      guard let node = repeats.randomElement(using: &generator), let holder = place(of: node, in: response, &generator),
        let row = RowID("s\(step)"), response.rows(of: holder).count < 6
      else { return }
      response.apply(.addRow(repeat: holder, row: row), at: FormFixture.moment)
    case 1:
      guard let row = rows.randomElement(using: &generator) else { return }
      response.apply(.removeRow(row.path), at: FormFixture.moment)
    default:
      let questions = response.items.filter { $0.kind == .question }
      guard let question = questions.randomElement(using: &generator) else { return }
      let value = Bool.random(using: &generator) ? String(Int.random(in: 0...9, using: &generator)) : ""
      response.apply(.set(question.path, value), at: FormFixture.moment)
    }
  }

  /// The path of a repeat, inside some row of the repeat around it.
  private func place(of node: FormNode, in response: Response, _ generator: inout SeededGenerator) -> FieldPath? {
    let holders = response.items.filter { if case .repeat = $0.kind { $0.node == node.index } else { false } }
    return holders.randomElement(using: &generator)?.path
  }

  private func agrees(_ response: Response) -> Bool {
    var full = response
    full.recalculateAll()
    return full.leaves() == response.leaves() && full.problems == response.problems
  }

  private func difference(_ response: Response) -> String {
    var full = response
    full.recalculateAll()
    let incremental = response.leaves().map { "\($0.path)=\($0.value)" }
    let complete = full.leaves().map { "\($0.path)=\($0.value)" }
    return "\(Set(incremental).symmetricDifference(complete).sorted().prefix(8)) "
      + "\(response.problems.map { "\($0.indexPath) \($0.kind)" }) \(full.problems.map { "\($0.indexPath) \($0.kind)" })"
  }
}
