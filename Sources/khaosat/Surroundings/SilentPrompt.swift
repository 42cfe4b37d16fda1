internal import Glibc

/// A line typed on the terminal without being shown.
enum SilentPrompt {
  /// Asks; nil when no person is there to see the question, or the person broke off.
  static func read(_ words: String) -> String? {
    guard isatty(2) == 1 else { return nil }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    var silent = before
    // Without signals, too: one that ended the program here would leave the terminal without echo.
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG | ICANON)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    put(words, terminal)
    defer { put("\n", terminal) }
    return line(from: terminal)
  }

  private static func line(from terminal: Int32) -> String? {
    var typed: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return nil }
      switch byte {
      case 0x0A, 0x0D: return String(decoding: typed, as: UTF8.self)
      case 0x03, 0x04, 0x1B: return nil
      case 0x15: typed.removeAll()
      case 0x08, 0x7F:
        // A character leaves with all its bytes.
        while let last = typed.popLast(), last & 0xC0 == 0x80 {}
      default: typed.append(byte)
      }
    }
  }

  private static func put(_ text: String, _ terminal: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }
}
