internal import Glibc
internal import Synchronization

/// Results go to standard output, words to standard error; on a terminal nothing raw gets through.
package enum Printer {
  /// The number of the first failure to write results; 0 for none.
  private static let failure = Atomic<Int32>(0)

  /// Why results did not get out, if they did not. A reader that went away wanted no more, and that is no failure.
  static var problem: ProgramProblem? {
    let number = failure.load(ordering: .relaxed)
    return number == 0 || number == EPIPE ? nil : .outputFailed(reason: String(cString: strerror(number)))
  }

  /// Prints a line of results.
  ///
  /// On a terminal control characters are shown as `\u{…}`; in a pipe the bytes pass as they are.
  package static func result(_ line: String) {
    put(isatty(1) == 1 ? visible(line) : line, to: 1)
  }

  /// Prints a line of fields with tabs between them. Line breaks and tabs inside of a field become blanks: an answer
  /// cannot make a line of its own. Whoever needs every byte asks for JSON.
  package static func result(fields: [String]) {
    let kept = fields.map { field in
      String(String.UnicodeScalarView(field.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
    }
    result(kept.joined(separator: "\t"))
  }

  /// Prints a document: byte for byte where it goes into a file or a pipe, as a line on a terminal.
  package static func document(_ bytes: [UInt8]) {
    if isatty(1) == 1 { return result(String(decoding: bytes, as: UTF8.self)) }
    put(bytes, to: 1)
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
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n" || scalar == "\t": shown.unicodeScalars.append(scalar)
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func put(_ line: String, to descriptor: Int32) { put(Array(line.utf8) + [0x0A], to: descriptor) }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 {
        if count < 0, errno == EINTR { continue }
        let number = count < 0 ? errno : ENOSPC
        if descriptor == 1 { _ = failure.compareExchange(expected: 0, desired: number, ordering: .relaxed) }
        errno = 0
        return
      }
      offset += count
    }
    // An interruption that was overcome leaves its number behind, and reading lines at the end of input would go by it.
    errno = 0
  }
}
