import Messages
import Responses
import Screens
import Terminal
import Testing

@Suite("Picking a file from the inbox")
struct InboxScreenTests {
  private static let start: Int64 = 1_800_240_127_000
  private static let files = [
    InboxFile(name: "IMG_2041.jpg", bytes: 2_310_442, changed: Script.moment(start - 600_000)),
    InboxFile(name: "ghi-am.m4a", bytes: 88_000, changed: Script.moment(start - 3_600_000)),
    InboxFile(
      name: "Xưởng chè Tân Cương nhìn từ cổng vào buổi sáng.JPG", bytes: 812, changed: Script.moment(start - 90_000_000)
    ),
    InboxFile(name: "IMG_2039.heic", bytes: 14_310_442, changed: Script.moment(start - 400_000_000)),
  ]

  private func onPhoto(_ size: Size = Size(columns: 80, rows: 24), _ language: Language = .vietnamese) -> Script? {
    guard let response = Samples.response else { return nil }
    var script = Script(
      size, language, opened: OpenedRecord(record: "r1", visit: "v1", response: response), inboxFolder: "~/khaosat-anh")
    script.jump("anh xuong")
    script.effects = []
    return script
  }

  private func lines(_ script: Script, with text: String) -> Bool {
    script.frame().lines.contains { $0.contains(text) }
  }

  @Test func screens() throws {
    for size in Golden.sizes {
      for language in Language.allCases {
        var script = try #require(onPhoto(size, language))
        script.press(.function(9))
        script.send(.inboxListed(folder: "~/khaosat-anh", files: Self.files))
        Golden.check(script.frame(), "inbox.\(language.rawValue)")
        script.send(.inboxListed(folder: "~/khaosat-anh", files: nil))
        Golden.check(script.frame(), "inbox-none.\(language.rawValue)")
      }
    }
  }

  @Test("The newest fitting file is one Enter away")
  func newest() throws {
    var script = try #require(onPhoto())
    script.press(.function(9))
    #expect(script.effects == [.listInbox(folder: "~/khaosat-anh")])
    script.send(.inboxListed(folder: "~/khaosat-anh", files: Self.files))
    #expect(!lines(script, with: "ghi-am"))
    script.press(.enter)
    guard case .attach("r1", let path, "~/khaosat-anh/IMG_2041.jpg")? = script.effects.last else {
      Issue.record("\(script.effects)")
      return
    }
    #expect(path.description == "/data/co_so/anh")
    #expect(lines(script, with: "Ảnh xưởng"))
  }

  @Test("A folder that is not there is corrected on the spot, and remembered")
  func folder() throws {
    var script = try #require(onPhoto())
    script.press(.control("f"))
    script.send(.inboxListed(folder: "~/khaosat-anh", files: nil))
    #expect(lines(script, with: "Không có thư mục này"))
    script.type("2")
    script.press(.enter)
    #expect(script.effects.last == .listInbox(folder: "~/khaosat-anh2"))
    // What an earlier question about another folder answers comes too late.
    script.send(.inboxListed(folder: "~/khaosat-anh", files: Self.files))
    #expect(lines(script, with: "Đang đọc thư mục"))
    script.send(.inboxListed(folder: "~/khaosat-anh2", files: []))
    #expect(lines(script, with: "chưa có tệp loại này"))
    script.press(.escape, .function(9))
    #expect(script.effects.last == .listInbox(folder: "~/khaosat-anh2"))
  }

  @Test("Other questions have no inbox")
  func otherQuestions() throws {
    var script = try #require(onPhoto())
    script.press(.up, .function(9))
    #expect(!script.effects.contains { if case .listInbox = $0 { true } else { false } })
    #expect(lines(script, with: "Câu này không nhận tệp"))
  }
}
