internal import Glibc

/// One stretch between two LFs.
package struct ScannedLine {
  /// Number of the line in its file, from 1.
  package let number: Int
  /// Offset of its first byte.
  package let offset: Int
  /// Its length including the LF, if there is one.
  package let length: Int
  /// The line, or nil with what is wrong.
  package let view: LineView?
  /// What is wrong with it on its own.
  package let damage: DamageKind?
}

/// Walks a log file line by line. Whatever stands in it, the walk goes on after the next LF.
package enum SegmentScanner {
  /// Shows every stretch in order. The views are valid only within the call.
  package static func scan(_ bytes: UnsafeRawBufferPointer, _ visit: (ScannedLine) -> Void) {
    guard let base = bytes.baseAddress else { return }
    var offset = 0
    var number = 0
    while offset < bytes.count {
      number += 1
      let rest = bytes.count - offset
      guard let feed = memchr(base + offset, 0x0A, rest) else {
        let tail = UnsafeRawBufferPointer(start: base + offset, count: rest)
        let damage: DamageKind = tail.allSatisfy { $0 == 0 } ? .zeros : .torn
        visit(ScannedLine(number: number, offset: offset, length: rest, view: nil, damage: damage))
        return
      }
      let length = UnsafeRawPointer(feed) - (base + offset) + 1
      let line = UnsafeRawBufferPointer(start: base + offset, count: length)
      LineDecoder.decode(line) { decoded in
        switch decoded {
        case .line(let view):
          visit(ScannedLine(number: number, offset: offset, length: length, view: view, damage: nil))
        case .damaged(let kind):
          visit(ScannedLine(number: number, offset: offset, length: length, view: nil, damage: kind))
        }
      }
      offset += length
    }
  }
}
