import Testing

@testable import Protection

@Suite("Base64")
struct Base64Tests {
  @Test("what is written is read again, and nothing else is", arguments: [0, 1, 2, 3, 4, 5, 63, 64, 65, 300])
  func roundTrip(_ length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
    var text: [UInt8] = []
    Base64.append(bytes, to: &text)
    #expect(text.withUnsafeBytes { Base64.bytes($0) } == bytes)
    #expect(text.count == (length + 2) / 3 * 4)
  }

  @Test("the texts of the standard")
  func standard() {
    for (clear, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
      var written: [UInt8] = []
      Base64.append(Array(clear.utf8), to: &written)
      #expect(String(decoding: written, as: UTF8.self) == text)
    }
  }

  @Test("other spellings are refused", arguments: ["Zg=", "Zg", "Zh==", "Zm9=", "Z===", "====", "Zm 8=", "Zm8=Zm8="])
  func strict(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBytes { Base64.bytes($0) } == nil)
  }
}
