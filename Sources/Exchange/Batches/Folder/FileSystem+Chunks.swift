internal import Glibc
internal import Journal

extension FileSystem {
  /// Walks through a file piece by piece, so that a film is never whole in memory.
  /// - Parameter fromMedium: whether the system is first made to forget what it wrote, so that the medium itself is read.
  func chunks(
    of path: String, fromMedium: Bool = false, _ visit: (UnsafeRawBufferPointer) -> Void
  ) throws(SystemFailure) {
    let file = try opened(path, .read)
    defer { try? close(file) }
    if fromMedium { posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let count = try uninterrupted { () throws(SystemFailure) in try read(file, buffer, offset) }
      if count == 0 { return }
      visit(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += count
    }
  }

  /// Length and SHA-256 of a file.
  func digest(of path: String, fromMedium: Bool = false) throws(SystemFailure) -> (bytes: Int, hash: ContentHash) {
    var hash = RunningHash()
    var bytes = 0
    try chunks(of: path, fromMedium: fromMedium) { chunk in
      hash.update(chunk)
      bytes += chunk.count
    }
    return (bytes, hash.value)
  }
}
