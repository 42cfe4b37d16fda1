import Foundation
import Glibc

/// The built program, run as a user runs it.
enum Program {
  /// What a finished run left.
  struct Result {
    /// The exit code; 128 and the signal when a signal ended it.
    let exit: Int32
    let output: String
    let words: String

    /// Whether the code is one of the contract.
    var isDefined: Bool { (0...4).contains(exit) }
    /// Whether SIGKILL ended it.
    var isKilled: Bool { exit == 128 + SIGKILL }
  }

  /// The system refused to start a process.
  struct NotStarted: Error {
    let command: String
    let code: Int32
  }

  /// The binary beside the test bundle, or the one that `KHAOSAT_BIN` names.
  static let path: String = {
    if let named = getenv("KHAOSAT_BIN") { return String(cString: named) }
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folders = [beside, root.appendingPathComponent(".build/debug"), root.appendingPathComponent(".build/release")]
    let candidates = folders.map { $0.appendingPathComponent("khaosat").path }
    return candidates.first { access($0, X_OK) == 0 } ?? candidates[1]
  }()

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The environment of every run: no settings of the person who runs the tests.
  static func environment(_ extra: [String: String]) -> [String: String] {
    var values = [
      "LC_ALL": "C.UTF-8", "TERM": "dumb", "TZ": "Asia/Ho_Chi_Minh", "HOME": "/nonexistent",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    for name in ["PATH", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values.merging(extra) { $1 }
  }

  /// Runs the program to its end, through wrappers such as `strace …` if any.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], through wrapper: [String] = [],
    limit: Int32 = 120
  ) throws -> Result {
    try execute(
      wrapper + [path] + arguments, input: input, environment: environment, limit: limit)
  }

  /// Runs any command to its end.
  static func execute(
    _ words: [String], input: String = "", environment: [String: String] = [:], limit: Int32 = 120
  ) throws -> Result {
    let live = try LiveProcess(words, input: input, environment: environment)
    return live.finish(limit: limit)
  }
}
