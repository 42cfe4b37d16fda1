internal import JSON

/// One valid line as it lies in memory. It points into the bytes that are being scanned, so it is used inside the scan
/// and never kept; texts are made only when asked for.
package struct LineView {
  /// The line as it was written, including its LF.
  package let bytes: UnsafeRawBufferPointer
  /// Format version.
  package let version: UInt64
  /// Number within device and epoch.
  package let number: UInt64
  /// Wall clock, milliseconds since 1970 UTC.
  package let time: Int64
  /// Hybrid logical clock.
  package let clock: HybridClock
  /// Hash of the line before.
  package let previous: LineHash

  let deviceBytes: UnsafeRawBufferPointer
  let epochBytes: UnsafeRawBufferPointer
  let kindBytes: UnsafeRawBufferPointer
  let recordBytes: UnsafeRawBufferPointer?
  let fieldBytes: UnsafeRawBufferPointer?
  let groupBytes: UnsafeRawBufferPointer?
  /// The value of `x` and, after it, members this version does not know.
  let bodyBytes: UnsafeRawBufferPointer
  /// Everything before `,"x"`, in the fixed order of keys: what a sealed payload is bound to.
  package let frameBytes: UnsafeRawBufferPointer

  /// Device that wrote the line.
  package var device: String { String(decoding: deviceBytes, as: UTF8.self) }
  /// Epoch of the device's log.
  package var epoch: String { String(decoding: epochBytes, as: UTF8.self) }
  /// Kind.
  package var kind: String { Self.text(kindBytes) }
  /// Record concerned.
  package var record: String? { recordBytes.map(Self.text) }
  /// Field path concerned.
  package var field: String? { fieldBytes.map(Self.text) }
  /// Group mark.
  package var group: String? { groupBytes.map(Self.text) }
  /// The raw text of `x` and what follows it, for ``LineBody``.
  package var body: LineBody { LineBody(text: String(decoding: bodyBytes, as: UTF8.self)) }
  /// The raw bytes of ``body``.
  package var rawBody: UnsafeRawBufferPointer { bodyBytes }
  /// The name of the line.
  package var hash: LineHash { LineHash(of: bytes) }
  /// Everything the journal put around the payload.
  package var frame: LineFrame {
    LineFrame(device: device, epoch: epoch, number: number, time: time, clock: clock, previous: previous)
  }

  /// Whether the line belongs to a device and epoch, without making texts.
  package func belongs(toDevice device: String, epoch: String) -> Bool {
    Self.equal(deviceBytes, device) && Self.equal(epochBytes, epoch)
  }

  /// Whether the kind is this one, without making a text.
  package func isKind(_ kind: String) -> Bool { Self.equal(kindBytes, kind) }

  /// Whether the payload is sealed.
  package var isSealed: Bool {
    // Payloads hardly ever have a first key with this letter, so most are told apart by one byte.
    bodyBytes.count > 2 && bodyBytes[2] == UInt8(ascii: "s") && bodyBytes.starts(with: LineBody.sealedMark.utf8)
  }

  /// Whether the line says nothing to records and lists: what the journal writes for itself, besides heads.
  package var isSilent: Bool { isKind("seal") || isKind("clock") || isKind("tail") }

  /// Compares raw bytes of the record with a text already made, so that a run of lines of one record shares it.
  package func isRecord(_ record: String?) -> Bool {
    guard let recordBytes else { return record == nil }
    guard let record else { return false }
    if Self.equal(recordBytes, record) { return true }
    return recordBytes.contains(UInt8(ascii: "\\")) && Self.text(recordBytes) == record
  }

  /// The raw bytes of the field path: a key for sharing texts between lines.
  package var rawField: UnsafeRawBufferPointer? { fieldBytes }
  /// The raw bytes of the kind.
  package var rawKind: UnsafeRawBufferPointer { kindBytes }
  /// The raw bytes of the group mark.
  package var rawGroup: UnsafeRawBufferPointer? { groupBytes }
  /// The raw bytes of the record.
  package var rawRecord: UnsafeRawBufferPointer? { recordBytes }

  private static func equal(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
    bytes.count == text.utf8.count && bytes.elementsEqual(text.utf8)
  }

  /// The text of raw bytes of a string, escapes resolved.
  package static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    let quoted = "\"" + String(decoding: bytes, as: UTF8.self) + "\""
    return (try? JSONValue(parsing: quoted))?.stringValue ?? ""
  }
}
