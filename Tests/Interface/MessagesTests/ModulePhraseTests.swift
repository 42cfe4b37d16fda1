import Expressions
import FormFiles
import Forms
import Journal
import Messages
import Records
import Testing

@Suite("Words for the problems of every module")
struct ModulePhraseTests {
  @Test("every code has words and a way out in both languages", arguments: PhraseSamples.all)
  func isComplete(sample: PhraseSample) {
    let phrase = sample.phrase
    for text in [phrase.vietnamese, phrase.english, phrase.vietnameseWayOut, phrase.englishWayOut] {
      #expect(!text.isEmpty)
      #expect(!text.hasSuffix("."), "the line sets the full stop: \(text)")
    }
    #expect(phrase.vietnamese != phrase.english)
    #expect(phrase.vietnameseWayOut != phrase.englishWayOut)
    #expect(phrase.line(language: "vi") == phrase.line(in: .vietnamese))
    #expect(phrase.line(language: "en") == phrase.line(in: .english))
  }

  @Test("no two codes of a module share their words")
  func wordsDiffer() {
    // What is typed may fail in two ways for the same reason: there is no such tax code.
    let modules = Dictionary(grouping: PhraseSamples.all, by: \.section).filter { $0.key != "Typed text" }
    for (section, samples) in modules {
      let texts = samples.map { $0.phrase.vietnamese + $0.phrase.vietnameseWayOut }
      #expect(Set(texts).count == texts.count, "\(section)")
    }
  }

  @Test("docs/problems.md lists every code, and no other")
  func isDocumented() throws {
    let document = try #require(ProblemDocument())
    #expect(document.bare.isEmpty, "\(document.bare)")
    for (section, samples) in Dictionary(grouping: PhraseSamples.all, by: \.section) {
      #expect(Set(samples.map(\.heading)) == Set(document.sections[section] ?? []), "\(section)")
    }
    for (section, codes) in document.sections { #expect(Set(codes).count == codes.count, "\(section)") }
    let program = (0...14).map { "PRG-0" + ($0 < 10 ? "0\($0)" : "\($0)") }
    #expect(document.sections["The program"] == program)
  }

  @Test("the reasons of the system are told apart", arguments: [28, 30, 13, 2, 5])
  func saysWhy(code: Int32) {
    let plain = StorePhrase.problem(SystemFailure(.write, code: 999, path: "log"))
    let phrase = StorePhrase.problem(SystemFailure(.write, code: code, path: "log"))
    #expect(phrase.vietnamese != plain.vietnamese)
    #expect(phrase.vietnameseWayOut != plain.vietnameseWayOut)
    #expect(phrase.code == "system-write")
  }

  @Test("a formula says where it ends and what is needed")
  func formula() {
    let inner = ExpressionProblem(.syntax, at: 4, ["", "operand"])
    let problem = FormProblem(
      .expressionSyntax, at: SourcePosition(file: "form.yaml"), inner.arguments, expression: inner)
    #expect(
      FormProblemPhrase.text(problem, language: "vi")
        == "Công thức sai: công thức kết thúc quá sớm. Ở đây cần một giá trị: số, chữ trong nháy, ${tên}.")
    #expect(
      FormProblemPhrase.text(problem, language: "en")
        == "Wrong formula: the formula ends too early. Needed here is a value: a number, a quoted text, ${name}.")
  }

  @Test("problems of XML, CSV and archives keep their own words in forms")
  func innerWords() {
    let problem = FormFileProblem(.xml, at: SourcePosition(file: "a.xml"), ["xml-doctype"])
    #expect(FormFileProblemPhrase.text(problem, language: "vi").contains("DOCTYPE"))
    let csv = FormFileProblem(.csv, at: SourcePosition(file: "a.csv"), ["csv-header", "ma"])
    #expect(FormFileProblemPhrase.text(csv, language: "vi").contains("“ma”"))
    let archive = FormFileProblem(.archive, at: SourcePosition(file: "a.xlsx"), ["zip-none"])
    #expect(FormFileProblemPhrase.text(archive, language: "vi").contains(".xlsx"))
  }

  @Test("only a lock and a medium that cannot be written make a store read-only")
  func readOnly() {
    #expect(StorePhrase.readOnlyReason(.locked) != nil)
    #expect(StorePhrase.readOnlyReason(.cannotWrite(.readOnly)) != nil)
    #expect(StorePhrase.readOnlyReason(.newEpoch(previous: "0001")) == nil)
    #expect(StorePhrase.readOnlyReason(.copiedFromAnotherMachine(old: "may-1")) == nil)
  }
}
