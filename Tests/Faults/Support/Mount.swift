import Foundation
import Glibc

/// A small file system in memory, taken away with the value.
final class Mount {
  let path: String

  /// Mounts `size` bytes.
  init(size: String, options: String = "") throws {
    path = Workplace.newFolder("mount")
    let words = ["mount", "-t", "tmpfs", "-o", "size=\(size)" + options, "tmpfs", path]
    guard Machine.succeeds(words) else { throw Program.NotStarted(command: words.joined(separator: " "), code: 0) }
  }

  deinit {
    _ = Machine.succeeds(["umount", "-l", path])
    rmdir(path)
  }

  /// Makes it read-only, or writable again.
  func remount(_ options: String) -> Bool { Machine.succeeds(["mount", "-o", "remount,\(options)", path]) }

  /// Takes all room that is left but some bytes; the file can be removed to give it back.
  func fill(leaving rest: Int, as name: String = "filler") {
    var status = statvfs()
    statvfs(path, &status)
    let room = Int(status.f_bavail) * Int(status.f_bsize) - rest
    guard room > 0 else { return }
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let bytes = [UInt8](repeating: 0x20, count: room)
    _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
  }
}
