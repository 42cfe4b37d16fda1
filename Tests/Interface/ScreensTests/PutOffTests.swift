import Expressions
import FormFiles
import Forms
import Messages
import Responses
import Screens
import Terminal
import Testing

/// What two laptops answered differently may be put off, and is not forgotten.
@Suite("Answers that were put off")
struct PutOffTests {
  private func script() throws -> Script {
    let yaml = """
      form_id: nho
      version: "1"
      title: { vi: "Nhỏ" }
      default_language: vi
      survey:
        - { type: text, name: a, label: { vi: "Câu một" } }
        - { type: text, name: b, label: { vi: "Câu hai" } }
      """
    let loaded = try FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "nho.yaml")
    let form = try #require(CheckedForm.check(loaded.definition).form)
    let response = Response(form: form, instanceID: "1", opened: Script.moment(1_800_240_000_000))
    func answer(_ version: String, _ laptop: String) -> ConflictedQuestion.Answer {
      ConflictedQuestion.Answer(
        version: version, value: "của " + laptop, laptop: laptop, time: Script.moment(1_800_236_000_000))
    }
    let conflict = ConflictedQuestion(field: "/data/a", answers: [answer("v1", "M1"), answer("v2", "M2")])
    let opened = OpenedRecord(record: "r", visit: "BG24-003", response: response, conflicts: [conflict])
    return Script(Size(columns: 80, rows: 24), .vietnamese, opened: opened)
  }

  private func isAsked(_ script: Script) -> Bool { script.frame().lines.contains { $0.contains("của M2") } }

  @Test("Finishing asks once more")
  func finishing() throws {
    var script = try script()
    script.press(.escape)
    #expect(!isAsked(script))
    script.press(.control("r"), .end, .enter)
    #expect(!script.effects.contains(.finalise(record: "r")) && isAsked(script))
  }

  @Test("A new answer decides")
  func answered() throws {
    var script = try script()
    script.press(.escape)
    script.type("mới")
    script.press(.enter, .control("r"), .end, .enter)
    #expect(script.effects.contains(.finalise(record: "r")))
  }
}
