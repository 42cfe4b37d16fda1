import Terminal
import Testing

@Suite("Text fields and lists")
struct WidgetTests {
  private func typed(_ keys: [Key], in field: TextField = TextField()) -> TextField {
    var field = field
    for key in keys { _ = field.handle(key) }
    return field
  }

  @Test("A mark that arrives after its letter joins it")
  func marks() {
    let field = typed([.character("e"), .character("\u{302}"), .character("\u{323}"), .character("p")])
    #expect(field.text == "ệp")
    #expect(Array(field.text.unicodeScalars).count == 2)
  }

  @Test("Editing goes by characters")
  func editing() {
    let field = typed([.left, .left, .backspace, .character("X"), .home, .delete], in: TextField("Hiệp"))
    #expect(field.text == "Xệp")
    #expect(typed([.control("w")], in: TextField("Xã Đại Sơn")).text == "Xã Đại ")
    #expect(typed([.control("u")], in: TextField("Xã")).isEmpty)
  }

  @Test("A paste of several lines is one line in a field of one line")
  func paste() {
    #expect(typed([.paste("một\nhai\u{1B}")]).text == "một hai")
    #expect(typed([.paste("\u{1B}[31mđỏ\u{1B}[0m\u{7}\u{1B}]0;tên\u{7} \u{9B}1mA\u{1B}(B\tb")]).text == "đỏ A b")
    #expect(typed([.paste("một\nhai")], in: TextField(takesLines: true)).text == "một\nhai")
    #expect(TextField("", limit: 3).isEmpty)
    #expect(typed([.paste("abcdef")], in: TextField(limit: 3)).text == "abc")
  }

  @Test("The cursor goes by words")
  func words() {
    let field = typed(
      [.wordLeft, .wordLeft, .character("X"), .wordRight, .character("Y")], in: TextField("Xã Đại  Sơn"))
    #expect(field.text == "Xã XĐạiY  Sơn")
  }

  @Test("A long text scrolls sideways and keeps the cursor in sight")
  func sideways() {
    let size = Size(columns: 10, rows: 1)
    var frame = Frame(size: size)
    TextFieldView.draw(
      TextField("0123456789abc"), on: Canvas(size), row: 0, column: 0, columns: 10, focused: true, in: &frame)
    #expect(frame.lines == ["[6789abc ]"])
    #expect(frame.cursor == CellPlace(row: 0, column: 8))
  }

  @Test("The rows of a text hold all its characters, and the cursor stands in one of them")
  func layout() {
    var random = SplitMix(seed: TestSeed.value)
    let letters: [Character] = ["a", "ệ", " ", "\n", "漢", "b"]
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in letters.randomElement(using: &random) ?? " " })
      var field = TextField(text, takesLines: true)
      field.move(to: .random(in: 0...45, using: &random))
      let columns = Int.random(in: 2...12, using: &random)
      let (rows, cursor) = TextFieldView.layout(field, columns: columns)
      #expect(rows.flatMap { field.characters[$0] } == field.characters)
      #expect(cursor.row < rows.count && cursor.column < columns)
    }
  }

  @Test("The chosen entry is always in the window")
  func list() {
    var random = SplitMix(seed: TestSeed.value)
    for _ in 0..<500 {
      var cursor = ListCursor()
      let count = Int.random(in: 1...40, using: &random)
      let keys: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
      for _ in 0..<20 {
        let rows = Int.random(in: 1...12, using: &random)
        _ = cursor.handle(keys.randomElement(using: &random) ?? .up, count: count, rows: rows)
        let window = cursor.window(count: count, rows: rows)
        #expect(window.contains(cursor.selected))
        #expect(window.count == min(count, rows))
      }
    }
  }
}
