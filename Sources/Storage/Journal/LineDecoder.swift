internal import CChecksum
internal import Glibc

/// Reads a line over its raw bytes. The order of keys is fixed, so a valid line of ours is read by comparing;
/// anything else that is valid goes through ``LineCanon``.
enum LineDecoder {
  /// `,"c":"9a3b01ef"}` and LF.
  static let trailerLength = 17

  /// Reads one line including its LF. The view is handed to `body`, because a line in another order is read from a
  /// rewritten copy that lives no longer than the call.
  static func decode<Result>(
    _ line: UnsafeRawBufferPointer, _ body: (DecodedLine) -> Result
  ) -> Result {
    if let damage = damage(of: line) { return body(.damaged(damage)) }
    if let view = view(line, text: line) { return body(.line(view)) }
    switch LineCanon.canonical(line) {
    case .failure(let damage): return body(.damaged(damage))
    case .success(let canonical):
      return canonical.withUnsafeBytes { text in
        guard let view = view(line, text: text) else { return body(.damaged(.frame)) }
        return body(.line(view))
      }
    }
  }

  /// What the checksum and the outer form say.
  @inline(__always)
  static func damage(of line: UnsafeRawBufferPointer) -> DamageKind? {
    let end = line.count
    guard end <= LineEncoder.greatestLength else { return .tooLong }
    guard end > trailerLength, line[end - 1] == UInt8(ascii: "\n"), line[0] == UInt8(ascii: "{") else {
      return line.allSatisfy { $0 == 0 || $0 == UInt8(ascii: "\n") } ? .zeros : .frame
    }
    let start = end - trailerLength
    guard let base = line.baseAddress, memcmp(base + start, ",\"c\":\"", 6) == 0,
      line[end - 3] == UInt8(ascii: "\""), line[end - 2] == UInt8(ascii: "}"),
      let written = Hexadecimal.value(UnsafeRawBufferPointer(start: base + start + 6, count: 8))
    else { return line.contains(0) && line.dropLast().allSatisfy { $0 == 0 } ? .zeros : .frame }
    return UInt64(khaosat_crc32c(0, base, start)) == written ? nil : .checksum
  }

  /// Reads the fixed order from `text`.
  @inline(__always)
  static func view(_ line: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer) -> LineView? {
    guard var cursor = LineCursor(text, end: text.count - trailerLength) else { return nil }
    guard cursor.take(#"{"v":"#), let version = cursor.number(), cursor.take(#","d":""#),
      let device = cursor.name(), cursor.take(#","e":""#), let epoch = cursor.name(), cursor.take(#","n":"#),
      let number = cursor.number(), cursor.take(#","t":""#), let time = cursor.string(),
      let milliseconds = Timestamp.milliseconds(time), cursor.take(#","h":""#),
      let clock = cursor.hexadecimal(digits: 16), cursor.take(#"","p":""#),
      let high = cursor.hexadecimal(digits: 16), let low = cursor.hexadecimal(digits: 16),
      cursor.take(#"","k":""#), let kind = cursor.string(), !kind.isEmpty
    else { return nil }
    let record = cursor.take(#","r":""#) ? cursor.string() : nil
    let field = cursor.take(#","f":""#) ? cursor.string() : nil
    let group = cursor.take(#","g":""#) ? cursor.string() : nil
    guard cursor.take(#","x":"#), let body = cursor.rest(), body.first == UInt8(ascii: "{"), number > 0 else {
      return nil
    }
    let frame = UnsafeRawBufferPointer(rebasing: text[..<(text.count - trailerLength - body.count - 5)])
    return LineView(
      bytes: line, version: version, number: number, time: milliseconds, clock: HybridClock(raw: clock),
      previous: LineHash(high: high, low: low), deviceBytes: device, epochBytes: epoch, kindBytes: kind,
      recordBytes: record, fieldBytes: field, groupBytes: group, bodyBytes: body, frameBytes: frame)
  }
}

/// What became of a line.
enum DecodedLine {
  case line(LineView)
  case damaged(DamageKind)
}
