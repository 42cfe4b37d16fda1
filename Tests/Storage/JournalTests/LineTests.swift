import JSON
import TestSupport
import Testing

@testable import Journal

@Suite struct LineTests {
  private let frame = LineFrame(
    device: "k7m2q4x9ab", epoch: "3f9c", number: 412, time: 1_795_212_796_512,
    clock: HybridClock(raw: 0x0196_7c3f_2a4b_0003),
    previous: LineHash(high: 1, low: 2))

  private func decode<Result>(_ bytes: [UInt8], _ body: (DecodedLine) -> Result) -> Result {
    bytes.withUnsafeBytes { LineDecoder.decode($0, body) }
  }

  @Test func fixedOrderToTheByte() {
    let draft = LineDraft(
      kind: "set", record: "r1", field: "/data/may{7f3a}/gia",
      payload: ["value": "1 tỷ \"2\"\n\u{7f}\u{2028}", "w": []])
    let text = String(decoding: LineEncoder.encode(draft, in: frame), as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"v":1,"d":"k7m2q4x9ab","e":"3f9c","n":412,"t":"2026-11-20T22:13:16.512Z","h":"01967c3f2a4b0003","#
          + #""p":"00000000000000010000000000000002","k":"set","r":"r1","f":"/data/may{7f3a}/gia","#
          + #""x":{"value":"1 tỷ \"2\"\n\u007f\u2028","w":[]},"c":""#))
    #expect(text.hasSuffix("\"}\n"))
  }

  @Test func decodingIsTheInverseOfEncoding() {
    var random = SeededGenerator()
    for _ in 0..<2_000 {
      let frame = LineFrame(
        device: word(&random, letters: "abcxyz0123456789"), epoch: word(&random, letters: "0123456789abcdef"),
        number: UInt64.random(in: 1...(1 << 53), using: &random),
        time: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &random),
        clock: HybridClock(raw: random.next()), previous: LineHash(high: random.next(), low: random.next()))
      let draft = LineDraft(
        kind: word(&random, letters: "abcdefg"), record: text(&random), field: text(&random), group: text(&random),
        payload: ["value": .string(text(&random) ?? ""), "w": .array([.string("a")]), "more": ["b": .null]])
      let bytes = LineEncoder.encode(draft, in: frame)
      decode(bytes) { decoded in
        guard case .line(let view) = decoded else {
          Issue.record("refused: \(String(decoding: bytes, as: UTF8.self))")
          return
        }
        #expect(view.frame == frame)
        #expect(view.kind == draft.kind)
        #expect(view.record == draft.record)
        #expect(view.field == draft.field)
        #expect(view.group == draft.group)
        #expect(view.body.payload == draft.payload)
        #expect(view.body.unknown.isEmpty)
      }
    }
  }

  @Test func anotherOrderUnknownKeysAndANewerVersionAreRead() {
    let text =
      #"{ "k":"later","v":2, "d":"k7m2q4x9ab","e":"3f9c","n":7,"t":"2026-11-20T22:13:16.512Z","h":"01967c3f2a4b0003","#
      + #""p":"00000000000000010000000000000002","new":[1.50,{"a":null}],"x":{"b":"c"}"#
    var bytes = Array(text.utf8)
    LineEncoder.appendChecksum(to: &bytes)
    decode(bytes) { decoded in
      guard case .line(let view) = decoded else {
        Issue.record("refused")
        return
      }
      #expect(view.version == 2)
      #expect(view.kind == "later")
      #expect(view.number == 7)
      #expect(view.body.payload == ["b": "c"])
      #expect(view.body.unknown == ["new": [.number("1.50"), ["a": .null]]])
      #expect(view.hash == LineHash(of: bytes))
    }
  }

  @Test(arguments: [
    ("", DamageKind.zeros), ("\u{0}\u{0}\u{0}", .zeros), ("xyz", .frame), ("{}", .frame),
    (#"{"v":1,"c":"00000000"}"#, .checksum),
  ])
  func whatIsNoLineIsNamed(_ text: String, _ kind: DamageKind) {
    decode(Array((text + "\n").utf8)) { decoded in
      guard case .damaged(let found) = decoded else {
        Issue.record("accepted")
        return
      }
      #expect(found == kind)
    }
  }

  @Test(arguments: ["{\"v\":1,\"v\":1", "{\"v\":1,\"d\":\"../x\"", "{\"a\":\"\\ud800\""])
  func rightChecksumDoesNotMakeALine(_ text: String) {
    var bytes = Array(text.utf8)
    LineEncoder.appendChecksum(to: &bytes)
    decode(bytes) { decoded in
      if case .line = decoded { Issue.record("accepted") }
    }
  }

  @Test func timesAreExact() {
    for (milliseconds, text) in [
      (0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (1_795_212_796_512, "2026-11-20T22:13:16.512Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
    ] as [(Int64, String)] {
      #expect(Timestamp.text(milliseconds) == text)
      #expect(Array(text.utf8).withUnsafeBytes { Timestamp.milliseconds($0) } == milliseconds)
    }
  }

  @Test func theClockNeverGoesBack() {
    var clock = HybridClock.zero
    for wall in [5, 5, 5, 3, -7, 9, 1 << 60, 2, 2] as [Int64] {
      let next = clock.next(at: wall)
      #expect(next > clock)
      clock = next
    }
  }

  private func word(_ random: inout SeededGenerator, letters: String) -> String {
    let letters = Array(letters)
    return String(
      (0..<Int.random(in: 1...12, using: &random)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)]
      })
  }

  private func text(_ random: inout SeededGenerator) -> String? {
    guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
    let scalars: [Unicode.Scalar] = [
      "a", "ệ", "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1f}", "\u{7f}", "\u{2028}", "\u{2029}", "😀", "{", "}", ",",
      "/",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<20, using: &random) {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
    }
    return String(text)
  }
}
