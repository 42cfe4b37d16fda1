import Glibc

/// A directory that goes away with the value.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let path: String

  /// Makes one.
  package init() {
    var template =
      Array(((getenv("TMPDIR").map { String(cString: $0) }) ?? "/tmp").utf8) + Array("/khaosat-XXXXXX".utf8)
    template.append(0)
    path = template.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress, let made = mkdtemp(base.assumingMemoryBound(to: CChar.self)) else {
        return "."
      }
      return String(cString: made)
    }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    // Of a link, only the link goes.
    if unlink(path) == 0 { return }
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(directory)
      rmdir(path)
    }
  }
}
