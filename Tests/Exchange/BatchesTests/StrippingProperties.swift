import JSON
import Journal
import TestSupport
import Testing

@testable import Batches
@testable import Records

/// Whatever the answers are: nothing personal is in a shared batch, and everything else is.
@Suite struct StrippingProperties {
  private struct Answers {
    var object = JSONObject()
    var secrets: [String] = []
    var open: [String] = []
  }

  private static func word(_ random: inout SeededGenerator, _ letters: String) -> String {
    String((0..<Int.random(in: 6...14, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
  }

  private static func answers(_ random: inout SeededGenerator) -> Answers {
    var answers = Answers()
    func secret(_ random: inout SeededGenerator) -> String {
      let text = word(&random, "ăâđêôơư\"\\\u{7F}\n=+,;0123456789")
      answers.secrets.append(text)
      return text
    }
    func open(_ random: inout SeededGenerator) -> String {
      let text = word(&random, "abcdefgh ")
      answers.open.append(text)
      return text
    }
    answers.object["ten"] = .string(open(&random))
    var contact = JSONObject()
    if Bool.random(using: &random) { contact["dien_thoai"] = .string(secret(&random)) }
    if Bool.random(using: &random) { contact["duoi"] = .string(secret(&random)) }
    if let last = answers.secrets.last, Bool.random(using: &random) {
      contact["ghi_chu"] = .string("gọi " + last + " sau")
    } else {
      contact["ghi_chu"] = .string(open(&random))
    }
    answers.object["lien_he"] = .object(contact)
    answers.object["gps"] = "21.4 106.2 0 0"
    answers.object["may"] = .array(
      (0..<Int.random(in: 0...3, using: &random)).map { _ in
        var row: JSONObject = ["ten_may": .string(open(&random))]
        if Bool.random(using: &random) { row["nguoi"] = .string(secret(&random)) }
        if Bool.random(using: &random) { row["bo_phan"] = [["ten_bp": .string(open(&random))]] }
        return .object(row)
      })
    return answers
  }

  /// All strings of a value.
  private static func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(strings)
    case .object(let members): members.flatMap { [$0.key] + strings($0.value) }
    case .null, .bool, .number: []
    }
  }

  @Test func nothingPersonalIsLeftAndNothingElseIsLost() throws {
    let form = try #require(Campaign.form)
    let fields = PersonalFields(of: form)
    #expect(
      fields.paths == ["/data/lien_he/dien_thoai", "/data/lien_he/duoi", "/data/anh_cccd", "/data/may/nguoi"])
    var random = SeededGenerator()
    for _ in 0..<2000 {
      let answers = Self.answers(&random)
      var content = SubmissionContent(form: "co_so", version: "1", formHash: "", answers: answers.object)
      for (place, secret) in answers.secrets.enumerated() {
        content.notes["/data/may[\(place + 1)]/ten_may"] = secret + "?"
      }
      content.notes["/data/ten"] = answers.open[0]
      content.warnings["/data/lien_he/dien_thoai"] = "đã gọi thử"
      content.more["entities"] = [["properties": ["sdt": .string(answers.secrets.first ?? "")]]]
      let stripped = fields.strip(content)
      let left = Self.strings(.object(stripped.content.json))
      for secret in answers.secrets { #expect(!left.contains { $0.contains(secret) }) }
      for text in answers.open { #expect(left.contains(text)) }
      #expect(stripped.content.notes["/data/ten"] == answers.open[0])
      #expect(stripped.content.warnings.isEmpty)
      // Stripping again finds nothing more.
      #expect(fields.strip(stripped.content).content == stripped.content)
      if let secret = answers.secrets.first { #expect(fields.label("Cơ sở " + secret, stripped) == "") }
      #expect(fields.label("Cơ sở 1", stripped) == "Cơ sở 1")
    }
  }

  @Test func noFileOfASharedBatchHoldsASecret() throws {
    var random = SeededGenerator(7)
    let laptop = Campaign("Máy 1")
    let store = try laptop.open()
    var secrets: [String] = []
    for number in 0..<30 {
      let answers = Self.answers(&random)
      secrets += answers.secrets
      try Campaign.fill(store, record: "r-\(number)", answers: answers.object)
    }
    var options = laptop.options
    options.includesPersonal = false
    let batch = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    #expect(BatchReader.verify(path: batch.folder, keys: nil).isWhole)
    for (name, bytes) in try Campaign.files(below: batch.folder) {
      let text = Campaign.text(bytes)
      for secret in secrets {
        // As it stands, as JSON writes it and as CSV writes it.
        let json = String(JSONValue.string(secret).serialised().dropFirst().dropLast())
        let csv = secret.replacing("\"", with: "\"\"")
        #expect(!text.contains(secret) && !text.contains(json) && !text.contains(csv), "\(name)")
      }
    }
    try store.close()
  }
}
