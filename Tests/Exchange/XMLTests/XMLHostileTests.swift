import TestSupport
import Testing
import XML

@Suite struct XMLHostileTests {
  @Test func mutatedDocumentsNeverTrap() {
    var generator = SeededGenerator(test: "XMLHostileTests")
    let source = Array(
      "<?xml version=\"1.0\"?><h:a xmlns:h='u' b=\"1\"><!-- x --><c d='&amp;'>Đ&#65;<![CDATA[y]]></c><?p q?><e/></h:a>"
        .utf8)
    for _ in 0..<4_000 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { break }
      }
      do { _ = try XMLElement.read(bytes) } catch { #expect(error.position.line >= 1) }
    }
  }
}
