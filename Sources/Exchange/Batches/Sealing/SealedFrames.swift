internal import Journal

/// The parts of a sealed file.
struct SealedFrames {
  /// One sealed frame.
  struct Frame {
    var range: Range<Int>
    var isLast: Bool
  }

  let header: SealHeader
  let headerHash: ContentHash
  let frames: [Frame]

  /// Cuts a file; nil when it was changed or cut off.
  init?(_ content: [UInt8]) {
    let end = content.count - SealFormat.trailerLength
    guard end > 0, let feed = content.firstIndex(of: 0x0A), feed < 4096,
      ContentHash(of: Array(content[..<end])).hex == Hexadecimal.text(content[end...]),
      let header = SealHeader(bytes: Array(content[..<feed]))
    else { return nil }
    self.header = header
    headerHash = ContentHash(of: Array(content[...feed]))
    var frames: [Frame] = []
    var offset = feed + 1
    while offset < end {
      guard frames.last?.isLast != true, offset + SealFormat.frameHeadLength <= end, content[offset] <= 1 else {
        return nil
      }
      let length = content[offset + 1..<offset + 5].reduce(0) { $0 << 8 | Int($1) }
      let start = offset + SealFormat.frameHeadLength
      guard length <= SealFormat.frameLength + SealFormat.tagLength, start + length <= end else { return nil }
      frames.append(Frame(range: start..<start + length, isLast: content[offset] == 1))
      offset = start + length
    }
    guard frames.last?.isLast == true else { return nil }
    self.frames = frames
  }
}
