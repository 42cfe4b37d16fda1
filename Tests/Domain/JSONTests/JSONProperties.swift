import Glibc
import JSON
import TestSupport
import Testing

@Suite("Laws of JSON text")
struct JSONProperties {
  static let seed: UInt64 = getenv("KHAOSAT_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_127

  @Test("reading what was written gives the same value and the same bytes")
  func roundTrip() throws {
    print("seed \(Self.seed)")
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<300 {
      let value = Self.value(depth: 0, &generator)
      let bytes = value.serialisedBytes()
      let again = try JSONValue(parsing: bytes)
      #expect(again == value)
      #expect(again.serialisedBytes() == bytes)
      #expect(try JSONValue(parsing: value.pretty()) == value)
    }
  }

  @Test("damaged text is refused or read, never trapped on")
  func damage() {
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<300 {
      var bytes = Self.value(depth: 0, &generator).serialisedBytes()
      guard !bytes.isEmpty else { continue }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      if Bool.random(using: &generator) {
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      } else {
        bytes.removeSubrange(place...)
      }
      do throws(JSONProblem) {
        let value = try JSONValue(parsing: bytes)
        let again = try JSONValue(parsing: value.serialised())
        #expect(again == value)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
      }
    }
  }

  static func value(depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0...(depth < 4 ? 6 : 4), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &generator))
    case 3, 4: return .string(text(&generator))
    case 5:
      return .array((0..<Int.random(in: 0...5, using: &generator)).map { _ in value(depth: depth + 1, &generator) })
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        object[text(&generator)] = value(depth: depth + 1, &generator)
      }
      return .object(object)
    }
  }

  static func text(_ generator: inout SeededGenerator) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "Đ", "ồ", "\"", "\\", "\n", "\u{0}", "\u{7F}", "\u{2028}", "\u{2029}", "😀", " ", "/", "\u{300}", "1",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
    }
    return text
  }
}
