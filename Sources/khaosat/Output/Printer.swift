internal import Glibc

/// Results go to standard output, words to standard error; on a terminal nothing raw gets through.
package enum Printer {
  /// Prints a line of results.
  ///
  /// On a terminal control characters are shown as `\u{…}`; in a pipe the bytes pass as they are.
  package static func result(_ line: String) {
    put(isatty(1) == 1 ? visible(line) : line, to: 1)
  }

  /// Prints words for a person to standard error.
  package static func words(_ line: String) {
    put(visible(line), to: 2)
  }

  /// The same text with every control, bidirectional and zero-width character written out.
  package static func visible(_ text: String) -> String {
    var shown = ""
    shown.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: shown.unicodeScalars.append(scalar)
      case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func put(_ line: String, to descriptor: Int32) {
    var bytes = Array(line.utf8)
    bytes.append(0x0A)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return
      }
      offset += count
    }
    // An interruption that was overcome leaves its number behind, and reading lines at the end of input would go by it.
    errno = 0
  }
}
