import FormFiles
import Forms
import Testing

@testable import Batches

/// Names of records that lists must not show.
@Suite struct PersonalLabelTests {
  private func form(_ name: String) throws -> CheckedForm {
    let yaml = """
      form_id: a
      version: "1"
      title: A
      instance_name: \(name)
      survey:
        - { type: text, name: ten, label: Tên }
        - { type: text, name: sdt, label: Số, personal: true }
        - { type: calculate, name: duoi, calculation: "substr(${sdt}, 6)" }
      """
    let loaded = try FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "form.yaml")
    return try #require(CheckedForm.check(loaded.definition).form)
  }

  @Test(arguments: [("${ten}", false), ("${sdt}", true), ("concat(${ten}, ${duoi})", true)])
  func drawnFromPersonalAnswers(_ name: String, _ isDrawn: Bool) throws {
    #expect(try PersonalLabel.isDrawn(in: form("\"\(name)\"")) == isDrawn)
  }
}
