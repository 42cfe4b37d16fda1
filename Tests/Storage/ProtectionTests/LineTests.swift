import JSON
import Testing

@testable import Journal
@testable import Protection

/// Lines that are sealed: their bytes, what opens them and what does not.
@Suite("Sealed lines")
struct LineTests {
  private let key = KnownKey.team
  private let ring = KeyRing([KnownKey.team], in: KnownKey.folder)
  private let frame = LineFrame(
    device: "k7m2q4x9ab", epoch: "3f9c", number: 412, time: 1_795_212_796_512,
    clock: HybridClock(raw: 0x0196_7c3f_2a4b_0003), previous: LineHash(high: 1, low: 2))
  private let draft = LineDraft(
    kind: "set", record: "r1", field: "/data/sdt", payload: ["value": "0912 345 678", "w": []])

  private func opening(_ line: [UInt8], with ring: KeyRing) -> OpenedBody? {
    view(line) { ring.open($0.rawBody, frame: $0.frameBytes) }
  }

  private func view<Result>(_ line: [UInt8], _ body: (LineView) -> Result) -> Result? {
    var result: Result?
    line.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { if let view = $0.view { result = body(view) } }
    }
    return result
  }

  @Test("the line of docs/formats/journal-v1.md")
  func example() throws {
    let head = try #require(view(LineEncoder.encode(draft, in: frame)) { Array($0.frameBytes) })
    let payload = Array(#"{"value":"0912 345 678","w":[]}"#.utf8)
    let body = try #require(KeyRing.seal(payload, frame: head, with: key, salt: KnownKey.salt))
    let line = String(decoding: LineEncoder.line(frame: head, body: body), as: UTF8.self)
    #expect(key.id == KnownKey.name)
    #expect(line == KnownKey.line + "\n")
    #expect(opening(Array(line.utf8), with: ring) == .open(#"{"value":"0912 345 678","w":[]}"#))
  }

  @Test("what is sealed opens again, and shows neither answer nor length of a short one")
  func roundTrip() throws {
    var lengths: Set<Int> = []
    for text in ["", "có", "không", String(repeating: "ế", count: 9)] {
      let draft = LineDraft(kind: "set", record: "r1", field: "/data/a", payload: ["value": .string(text)])
      let line = try LineEncoder.encode(draft, in: frame, sealing: ring)
      lengths.insert(line.count)
      #expect(opening(line, with: ring) == .open(JSONValue.object(draft.payload).serialised()))
      #expect(view(line) { $0.body.isSealed && $0.body.payload == nil } == true)
      #expect(view(line) { $0.record == "r1" && $0.field == "/data/a" && $0.kind == "set" } == true)
    }
    #expect(lengths.count == 1)
  }

  @Test("the same answer twice is not the same line")
  func random() throws {
    let line = try LineEncoder.encode(draft, in: frame, sealing: ring)
    #expect(try LineEncoder.encode(draft, in: frame, sealing: ring) != line)
  }

  @Test("kinds of the log itself stay readable", arguments: ["head", "seal", "clock", "tail", "export", "import"])
  func openKinds(_ kind: String) throws {
    let line = try LineEncoder.encode(LineDraft(kind: kind, payload: ["a": "b"]), in: frame, sealing: ring)
    #expect(view(line) { $0.body.text } == #"{"a":"b"}"#)
  }

  @Test("a payload moved into another frame, or changed with its checksum, does not open")
  func bound() throws {
    let line = try LineEncoder.encode(draft, in: frame, sealing: ring)
    let body = try #require(view(line) { Array($0.rawBody) })
    var other = frame
    other.number += 1
    let head = try #require(view(LineEncoder.encode(draft, in: other)) { Array($0.frameBytes) })
    #expect(opening(LineEncoder.line(frame: head, body: body), with: ring) == .damaged)
    let own = try #require(view(line) { Array($0.frameBytes) })
    for place in stride(from: 12, to: body.count - 40, by: 5) {
      var changed = body
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(opening(LineEncoder.line(frame: own, body: changed), with: ring) == .damaged)
    }
  }

  @Test("without the key a line is locked, not damaged")
  func locked() throws {
    let line = try LineEncoder.encode(draft, in: frame, sealing: ring)
    #expect(opening(line, with: KeyRing([TeamKey()], in: KnownKey.folder)) == .locked)
    #expect(opening(line, with: KeyRing(lockedIn: KnownKey.folder)) == .locked)
    #expect(throws: JournalProblem.sealed) {
      try LineEncoder.encode(draft, in: frame, sealing: KeyRing(lockedIn: KnownKey.folder))
    }
    let open = KeyRing([key], in: KnownKey.folder)
    open.lock()
    #expect(!open.isOpen && opening(line, with: open) == .locked)
  }

  @Test("an opened line reads without a key and is the sealed one again, byte for byte")
  func opened() throws {
    for length in 0..<140 {
      let text = String(repeating: "x", count: length)
      let draft = LineDraft(kind: "done", record: "r1", payload: ["label": .string(text), "o": ["key": "a"]])
      let line = try LineEncoder.encode(draft, in: frame, sealing: ring)
      let clear = try #require(ring.opened(line))
      #expect(view(clear) { $0.body.payload } == draft.payload)
      #expect(view(clear) { OpenedLine.sealed($0) } == line)
      #expect(view(clear) { OpenedLine.name(of: $0) } == LineHash(of: line))
      #expect(view(clear) { $0.body.isSealed } == false)
    }
    let plain = LineEncoder.encode(draft, in: frame)
    #expect(view(plain) { OpenedLine.name(of: $0) } == LineHash(of: plain))
    #expect(ring.opened(plain) == nil)
  }

  @Test("an opened line whose payload was changed stands for another line")
  func forged() throws {
    let line = try LineEncoder.encode(draft, in: frame, sealing: ring)
    let clear = String(decoding: try #require(ring.opened(line)), as: UTF8.self)
    let forged = try #require(
      view(Array(clear.utf8)) { view in
        let body = view.body.text.split(separator: "0912").joined(separator: "0913")
        return LineEncoder.line(frame: Array(view.frameBytes), body: Array(body.utf8))
      })
    #expect(view(forged) { OpenedLine.name(of: $0) } != LineHash(of: line))
  }
}
