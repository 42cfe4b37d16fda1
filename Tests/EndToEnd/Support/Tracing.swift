import Foundation

/// The system calls of a run, as strace notes them.
enum Tracing {
  /// Whether strace is there and may trace.
  static let isAvailable: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["strace", "-f", "-e", "trace=fdatasync", "-e", "inject=fdatasync:delay_enter=1", "true"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// The command before the program's own: writes and syncs go to a file, and each sync takes longer.
  static func command(to file: String, delayingSyncBy milliseconds: Int) -> String {
    "strace -f -e trace=write,fdatasync -e inject=fdatasync:delay_enter=\(milliseconds)000 -s 8000 -o '\(file)'"
  }

  /// The finished calls in order.
  static func lines(of file: String) throws -> [TracedCall] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").enumerated().map { index, line in
      TracedCall(number: index, text: String(line))
    }
  }
}

/// One line of a trace.
struct TracedCall {
  let number: Int
  let text: String

  private var isWrite: Bool { text.contains("write(") }
  private var isJournal: Bool { isWrite && text.contains(#"{\"v\":1"#) }

  /// Whether it writes bytes, given as strace spells them, to the terminal.
  func isWrite(of bytes: String) -> Bool { isWrite && !isJournal && text.contains(bytes) }

  /// Whether it writes journal lines that contain bytes.
  func isJournalWrite(of bytes: String) -> Bool { isJournal && text.contains(bytes) }

  /// Whether a sync has returned here.
  var isFinishedSync: Bool {
    (text.contains("fdatasync(") || text.contains("fdatasync resumed")) && text.contains("= 0")
  }

  /// Where in the journal's writes some bytes stand: by call, then by place in it.
  func journalPlace(of bytes: String) -> Place? {
    guard isJournal, let range = text.range(of: bytes) else { return nil }
    return Place(call: number, offset: text.distance(from: text.startIndex, to: range.lowerBound))
  }

  /// A place in the writes of a trace.
  struct Place: Comparable {
    let call: Int
    let offset: Int

    /// Earlier calls first.
    static func < (left: Place, right: Place) -> Bool { (left.call, left.offset) < (right.call, right.offset) }
  }
}
