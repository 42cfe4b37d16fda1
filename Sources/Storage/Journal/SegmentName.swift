/// Names of log files: `<epoch>-<segment>.jsonl`, the segment with at least four digits.
package struct SegmentName: Hashable, Sendable, Comparable {
  /// Epoch.
  package let epoch: String
  /// Number of the segment, from 1.
  package let segment: Int

  /// Joins both.
  package init(epoch: String, segment: Int) {
    self.epoch = epoch
    self.segment = segment
  }

  /// Reads a file name; nil when it is none of a log.
  package init?(fileName: String) {
    guard fileName.hasSuffix(".jsonl") else { return nil }
    let parts = fileName.dropLast(6).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, Self.isName(String(parts[0])), parts[1].utf8.count >= 4, parts[1].utf8.count <= 9,
      parts[1].utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let number = Int(parts[1]),
      number > 0
    else { return nil }
    self.init(epoch: String(parts[0]), segment: number)
    // One file, one spelling: 0001 only, never 00001.
    guard self.fileName == fileName else { return nil }
  }

  /// Segments from this number on hold single lines brought back from copies. They have neither head nor seal, and the
  /// writer never touches them.
  package static let firstRescued = 900_001

  /// Whether the file holds single lines brought back from copies.
  package var isRescued: Bool { segment >= Self.firstRescued }

  /// The name of the file.
  package var fileName: String {
    let digits = String(segment)
    return epoch + "-" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ".jsonl"
  }

  /// Order by epoch, then segment.
  package static func < (left: SegmentName, right: SegmentName) -> Bool {
    left.epoch != right.epoch ? left.epoch < right.epoch : left.segment < right.segment
  }

  /// Whether a text may be a device or an epoch: 1 to 48 of a to z and 0 to 9.
  package static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count > 0 && bytes.count <= 48 && bytes.allSatisfy { isNameByte($0) }
  }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
