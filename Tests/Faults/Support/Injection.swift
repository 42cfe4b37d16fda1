/// Makes system calls of the program fail: the words of strace before the program's own.
struct Injection {
  /// Calls, separated by commas.
  var calls: String
  /// `error=EIO`, `signal=KILL`, `retval=40` …
  var fault: String
  /// `3`, `3+`, `1+3` … counted for each call name.
  var when: String
  /// Only calls that concern these paths; all when empty.
  var paths: [String] = []

  /// The wrapper; what was traced goes into `log`.
  func wrapper(log: String) -> [String] {
    ["strace", "-f", "-qq", "-o", log, "-e", "trace=\(calls)"] + paths.flatMap { ["-P", $0] }
      + ["-e", "inject=\(calls):\(fault):when=\(when)"]
  }
}
