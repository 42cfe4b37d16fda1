internal import CChecksum
internal import JSON

/// Writes lines, byte for byte as docs/formats/journal-v1.md says.
package enum LineEncoder {
  /// Greatest length of a line including its LF.
  package static let greatestLength = 4 << 20

  /// The bytes of one line with its checksum and LF.
  package static func encode(_ draft: LineDraft, in frame: LineFrame) -> [UInt8] {
    var bytes = head(of: draft, in: frame)
    append(#","x":"#, JSONValue.object(draft.payload).serialised(), to: &bytes)
    appendChecksum(to: &bytes)
    return bytes
  }

  /// The same with its payload sealed, unless the kind belongs to the keeping of the log itself.
  /// - Throws: ``JournalProblem/sealed`` while there is no key at hand.
  static func encode(
    _ draft: LineDraft, in frame: LineFrame, sealing seal: any Seal
  ) throws(JournalProblem) -> [UInt8] {
    guard !openKinds.contains(draft.kind) else { return encode(draft, in: frame) }
    let head = head(of: draft, in: frame)
    guard let body = seal.seal(JSONValue.object(draft.payload).serialisedBytes(), frame: head) else { throw .sealed }
    return line(frame: head, body: body)
  }

  /// Kinds whose payloads are never sealed: they tell where lines, copies and batches are, and no answers.
  package static let openKinds: Set<String> = ["head", "tail", "seal", "clock", "export", "import"]

  /// A line made of everything before `,"x"` and of the value of `x` with what follows it.
  package static func line(frame: some Sequence<UInt8>, body: some Sequence<UInt8>) -> [UInt8] {
    var bytes = Array(frame)
    append(#","x":"#, "", to: &bytes)
    bytes.append(contentsOf: body)
    appendChecksum(to: &bytes)
    return bytes
  }

  private static func head(of draft: LineDraft, in frame: LineFrame) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(320)
    append(#"{"v":1,"d":""#, frame.device, to: &bytes)
    append(#"","e":""#, frame.epoch, to: &bytes)
    append(#"","n":"#, String(frame.number), to: &bytes)
    append(#","t":""#, "", to: &bytes)
    Timestamp.append(frame.time, to: &bytes)
    append(#"","h":""#, "", to: &bytes)
    Hexadecimal.append(frame.clock.raw, digits: 16, to: &bytes)
    append(#"","p":""#, "", to: &bytes)
    Hexadecimal.append(frame.previous.high, digits: 16, to: &bytes)
    Hexadecimal.append(frame.previous.low, digits: 16, to: &bytes)
    append(#"","k":""#, draft.kind, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    appendMember("r", draft.record, to: &bytes)
    appendMember("f", draft.field, to: &bytes)
    appendMember("g", draft.group, to: &bytes)
    return bytes
  }

  /// Closes a line: the CRC-32C of everything before it, the brace and the LF.
  static func appendChecksum(to bytes: inout [UInt8]) {
    let checksum = bytes.withUnsafeBytes { khaosat_crc32c(0, $0.baseAddress, $0.count) }
    append(#","c":""#, "", to: &bytes)
    Hexadecimal.append(UInt64(checksum), digits: 8, to: &bytes)
    append("\"}\n", "", to: &bytes)
  }

  private static func append(_ mark: StaticString, _ text: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
    bytes.append(contentsOf: text.utf8)
  }

  private static func appendMember(_ key: String, _ value: String?, to bytes: inout [UInt8]) {
    guard let value else { return }
    bytes.append(contentsOf: ",\"\(key)\":".utf8)
    bytes.append(contentsOf: JSONValue.string(value).serialised().utf8)
  }
}
