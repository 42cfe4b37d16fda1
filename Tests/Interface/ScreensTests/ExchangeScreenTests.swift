import Fieldwork
import Messages
import Screens
import Terminal
import Testing

@Suite("Exchange, returned records and conflicts")
struct ExchangeScreenTests {
  private let size = Size(columns: 80, rows: 24)

  private func golden(_ name: String, folder: String = "/media/usb", _ steps: (inout Script) -> Void) {
    for size in Golden.sizes {
      for language in Language.allCases {
        var script = Script(size, language, board: ExchangeSamples.board, exchangeFolder: folder)
        steps(&script)
        Golden.check(script.frame(), "\(name).\(language.rawValue)")
      }
    }
  }

  private func lines(_ script: Script, with text: String) -> Bool {
    script.frame().lines.contains { $0.contains(text) }
  }

  @Test func screens() {
    golden("exchange") { $0.press(.character("s")) }
    golden("exchange-running") { script in
      script.press(.character("u"))
      script.send(.exchangeProgress(done: 12, total: 40))
    }
    golden("exchanged") { script in
      script.press(.character("u"))
      script.send(.exchanged(ExchangeSamples.summary))
    }
    golden("visits-returned") { $0.press(.down) }
    golden("form-returned") { script in
      if let opened = ExchangeSamples.returned() { script.send(.recordOpened(opened)) }
    }
    golden("form-comments") { script in
      if let opened = ExchangeSamples.returned() { script.send(.recordOpened(opened)) }
      script.press(.function(4))
    }
    golden("form-conflicts") { script in
      if let opened = ExchangeSamples.conflicting() { script.send(.recordOpened(opened)) }
    }
    // Two long answers that differ in their last word are shown whole.
    golden("form-conflicts-long") { script in
      guard var opened = ExchangeSamples.conflicting() else { return }
      opened.conflicts[0].field = "/data/co_so/ten"
      for (place, end) in ["Giang", "Ninh"].enumerated() {
        opened.conflicts[0].answers[place].value =
          "Hợp tác xã sản xuất và chế biến nông lâm sản tổng hợp Đại Sơn huyện Sơn Động tỉnh Bắc " + end
      }
      script.send(.recordOpened(opened))
      script.press(.down)
    }
  }

  @Test("The folder is typed, kept, and one key runs with it the next time")
  func remembered() {
    var script = Script(size, .vietnamese)
    script.press(.character("u"))
    #expect(script.effects.isEmpty)
    script.type("/media/usb")
    script.press(.enter, .enter)
    #expect(script.effects == [.exchange(folder: "/media/usb")])
    script.send(.exchanged(ExchangeSummary(folder: "/media/usb")))
    #expect(lines(script, with: "Đã đồng bộ xong · /media/usb"))
    script.press(.escape, .character("u"))
    #expect(script.effects == [.exchange(folder: "/media/usb"), .exchange(folder: "/media/usb")])
    #expect(lines(script, with: "Đang đồng bộ"))
  }

  @Test("After a failure the folder can be corrected")
  func failed() {
    var script = Script(size, .vietnamese, exchangeFolder: "/media/usb")
    script.press(.character("u"))
    let problem = ProblemPhrase("x", ("Không có thư mục", "No folder"), wayOut: ("Cắm USB", "Plug it in"))
    // Something else that fails meanwhile does not end the exchange, and leaving waits for it.
    script.send(
      .failed(ProblemPhrase("y", ("Việc khác hỏng", "Something else failed"), wayOut: ("Thôi", "Never mind"))))
    #expect(script.app.isWorking)
    script.press(.function(10))
    #expect(!script.effects.contains(.quit) && lines(script, with: "xong rồi hãy thoát"))
    script.send(.workFailed(problem))
    #expect(!script.app.isWorking)
    #expect(lines(script, with: "Không có thư mục. Cắm USB."))
    script.type("2")
    script.press(.enter)
    #expect(script.effects.last == .exchange(folder: "/media/usb2"))
  }

  @Test("A whole day without a copy is warned of, less is not")
  func age() {
    let first: Int64 = 1_800_240_127_000
    for (copied, warned) in [(first - 86_400_001, true), (first - 86_300_000, false), (first + 5_000, false)] {
      var board = Samples.board
      board.copiedUntil = copied
      let script = Script(size, .vietnamese, board: board)
      #expect(lines(script, with: "chưa sao lưu 1 ngày") == warned)
    }
    var empty = VisitBoard(visits: Samples.board.visits)
    empty.copiedUntil = 0
    #expect(!lines(Script(size, .vietnamese, board: empty), with: "chưa sao lưu"))
  }

  @Test("Returned records come first in their group and stand out at the start")
  func returnedFirst() {
    let script = Script(size, .vietnamese, board: ExchangeSamples.board)
    let shown = script.frame().lines.filter { $0.contains("BG24-0") }
    let codes = shown.compactMap { line in Samples.board.visits.first { line.contains($0.code + "  ") }?.code }
    let expected = [
      "BG24-003", "BG24-001", "BG24-002", "BG24-004", "BG24-005", "BG24-014", "BG24-013",
    ]
    #expect(codes == expected)
  }

  @Test("Comments stand at their questions, and Enter in the list of problems goes there")
  func comments() {
    var script = Script(size, .vietnamese)
    guard let opened = ExchangeSamples.returned() else { return }
    script.send(.recordOpened(opened))
    #expect(lines(script, with: "Trả lại (Trần Văn Minh): Thiếu số lao động nữ · 2 góp ý"))
    #expect(lines(script, with: "GÓP Ý: Giấy phép ghi là hợp tác xã"))
    script.press(.function(4), .down, .enter)
    #expect(lines(script, with: "GÓP Ý: Hỏi lại kế toán"))
  }

  @Test("Enter decides for an answer, Esc leaves both")
  func conflicts() {
    guard let opened = ExchangeSamples.conflicting() else { return }
    var script = Script(size, .vietnamese)
    script.send(.recordOpened(opened))
    script.press(.down, .enter)
    #expect(script.effects.last == .resolve(record: "c", field: "/data/co_so/loai", version: "v2"))
    script.press(.end, .enter)
    #expect(script.effects.last == .resolve(record: "c", field: "/data/co_so/ld", version: "v4"))
    let count = script.effects.count
    script.press(.escape)
    #expect(script.effects.count == count)
    #expect(!lines(script, with: "Hai máy trả lời khác nhau"))
    #expect(lines(script, with: "Loại hình"))
    var frozen = opened
    frozen.isReadOnly = true
    script.send(.recordOpened(frozen))
    #expect(!lines(script, with: "Hai máy trả lời khác nhau"))
  }
}
