import Foundation
import Glibc

/// What this machine can do; tests that need more are skipped and say so.
enum Machine {
  /// Whether system calls can be watched and made to fail.
  static let hasStrace: Bool = {
    let words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO:when=9"]
    return succeeds(words + ["true"])
  }()

  /// Whether the clock of a process can be set.
  static let hasFaketime = succeeds(["faketime", "2001-01-01", "true"])

  /// Whether limits of a process can be set from outside.
  static let hasLimits = succeeds(["prlimit", "--fsize=100000000", "true"])

  /// The C compiler, for libraries that are loaded before the system's.
  static let compiler = ["cc", "clang", "gcc"].first { succeeds([$0, "--version"]) }

  /// Whether small file systems in memory can be mounted.
  static let canMount: Bool = {
    guard geteuid() == 0 else { return false }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khaosat-mount-\(UUID().uuidString)")
    guard mkdir(folder.path, 0o700) == 0 else { return false }
    defer { rmdir(folder.path) }
    guard succeeds(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path]) else { return false }
    return succeeds(["umount", folder.path])
  }()

  static let straceNeeded = "this machine has no strace, or tracing is not permitted"
  static let mountNeeded = "file systems can be mounted only by root"
  static let faketimeNeeded = "this machine has no faketime"
  static let limitsNeeded = "this machine has no prlimit"
  static let compilerNeeded = "this machine has no C compiler"

  /// Whether a command ends with 0.
  static func succeeds(_ words: [String]) -> Bool {
    (try? Program.execute(words, limit: 30))?.exit == 0
  }
}
