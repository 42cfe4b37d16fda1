import TestSupport
import Testing
import Vietnamese

@Suite("Typing")
struct TypingTests {
  static func typed(_ keys: String, _ method: TypingMethod = .telex, _ style: ToneStyle = .old) -> String {
    var text = TypedText(method: method, style: style)
    text.type(contentsOf: keys.replacing("<", with: "\u{8}"))
    return text.text
  }

  @Test(
    "Telex",
    arguments: [
      ("Ddoongf Hyr", "Đồng Hỷ"), ("thais nguyeen", "thái nguyên"), ("Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa"),
      ("hoaf", "hòa"), ("khoer", "khỏe"), ("thuys", "thúy"), ("quys", "quý"), ("giaf", "già"), ("gif", "gì"),
      ("nguowif", "người"), ("nguoifw", "người"), ("dduowcj", "được"), ("duocwdj", "được"), ("nuwowcs", "nước"),
      ("thuowr", "thuở"), ("huow", "huơ"), ("huowu", "hươu"), ("muaw", "mưa"), ("khuawsng", "khuắng"),
      ("xooong", "xoong"), ("thooongf", "thoòng"), ("Kanj", "Kạn"), ("ddawks", "đắk"), ("Kroong", "Krông"),
      ("w", "w"), ("window", "window"), ("[ ]", "[ ]"), ("KWh", "KWh"), ("tHaIs", "tHáI"), ("THUYR", "THỦY"),
      ("ass", "as"), ("asss", "ass"), ("dddd", "ddd"), ("khongoo", "khongo"), ("duwongwj", "duongwj"),
      ("catf", "catf"), ("device", "device"), ("s f r", "s f r"), ("co2", "co2"), ("toowi", "tơi"), ("buowo", "buô"),
    ])
  func telex(keys: String, text: String) {
    #expect(Self.typed(keys) == text)
  }

  @Test(
    "VNI",
    arguments: [
      ("D9o62ng Hy3", "Đồng Hỷ"), ("nguoi72", "người"), ("d9u7o7ng2", "đường"), ("la81k", "lắk"), ("so 5", "so 5"),
      ("a11", "a1"), ("d99", "d9"), ("a0", "a0"), ("a10", "a"), ("thuo73", "thuở"), ("mua7", "mưa"), ("as", "as"),
      ("A1", "Á"), ("QL3", "QL3"), ("x9", "x9"),
    ])
  func vni(keys: String, text: String) {
    #expect(Self.typed(keys, .vni) == text)
  }

  @Test("the new style moves the tone of open oa, oe, uy only")
  func style() {
    #expect(Self.typed("hoaf khoer thuys", .telex, .new) == "hoà khoẻ thuý")
    #expect(Self.typed("hoangf quys muaf giaf", .telex, .new) == "hoàng quý mùa già")
  }

  @Test(
    "deleting takes one letter with its keys",
    arguments: [
      ("chaof<", "chà"), ("loanj<", "lọa"), ("ddoongf<<", "đồ"), ("quys<", "qu"), ("hieef<<", "h"), ("reff<f", "rè"),
      ("huowng<<<", "hu"), ("as<", ""), ("ddi<<", ""), ("tooi <", "tôi"), ("tooi <s", "tối"), ("tooi <<", "tô"),
      ("<", ""), ("a <<<b", "b"), ("xooong<<<<", "x"), ("asss<", "as"),
    ])
  func deleting(keys: String, text: String) {
    #expect(Self.typed(keys) == text)
  }

  @Test("a word that stands there is gone on with")
  func resuming() {
    var word = TypedWord(method: .telex, style: .old, resuming: "tôi")
    #expect(Self.press("s", &word) == "tối")
    #expect(word.keys == "tôis")
    #expect(Self.press("<", &word) == "tố")
    #expect(Self.press("<", &word) == "t")
    #expect(Self.press("<", &word).isEmpty && word.isEmpty)
    var plain = TypedWord(method: .telex, style: .old)
    #expect(Self.press("ddoongf", &plain) == "đồng")
    #expect(plain.keys == "ddoongf")
    let isTaken = plain.type(" ")
    #expect(!isTaken && plain.text == "đồng")
    var ready = TypedWord(method: .vni, style: .old)
    #expect(Self.press("đồng2", &ready) == "đông2")
  }

  static func press(_ keys: String, _ word: inout TypedWord) -> String {
    for key in keys.unicodeScalars {
      let isTaken = key == "<" ? word.deleteBackward() : word.type(key)
      #expect(isTaken)
    }
    return word.text
  }

  @Test("whatever is typed, deleting leads back to nothing, and no key is lost")
  func laws() {
    var generator = SeededGenerator(seed: VietnameseProperties.seed)
    let keys = Array("aeiouydwsfrxjzghnctmpkqlbvAEDWS".unicodeScalars)
    for _ in 0..<3000 {
      var word = TypedWord(method: .telex, style: Bool.random(using: &generator) ? .old : .new)
      var typed = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let key = keys.randomElement(using: &generator) ?? "a"
        _ = Self.press(String(key), &word)
        typed.append(key)
      }
      #expect(word.keys == String(typed))
      // The letters seen are a subsequence of the keys.
      var rest = String(typed).folded.unicodeScalars[...]
      for letter in word.text.folded.unicodeScalars {
        guard let place = rest.firstIndex(of: letter) else {
          Issue.record("\(String(typed)) gives \(word.text)")
          break
        }
        rest = rest[rest.index(after: place)...]
      }
      let count = word.text.unicodeScalars.count
      for left in (0..<count).reversed() {
        #expect(Self.press("<", &word).unicodeScalars.count == left)
      }
      #expect(word.isEmpty)
    }
  }
}
