internal import Glibc

/// Whole files of this machine, read and written with plain system calls.
package enum HostFile {
  /// The largest file that a command reads into memory: 1 GiB.
  package static let limit = 1 << 30

  /// All bytes of a file; `-` is standard input.
  ///
  /// - Throws: ``ProgramProblem/unreadable(path:reason:)`` with the system's reason.
  package static func read(_ path: String) throws(ProgramProblem) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemReason()) }
    defer { if descriptor > 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: systemReason())
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[0..<count])
      if bytes.count > limit { throw .unreadable(path: path, reason: "larger than 1 GiB") }
    }
  }

  /// Writes a file whole: a temporary twin, synced, renamed over the name.
  ///
  /// - Throws: ``ProgramProblem/unwritable(path:reason:)``; the old file then stands untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(ProgramProblem) {
    let twin = path + ".part"
    let descriptor = open(twin, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
    var failure: String?
    if !put(bytes, to: descriptor) || fsync(descriptor) != 0 { failure = systemReason() }
    if close(descriptor) != 0, failure == nil { failure = systemReason() }
    if failure == nil, rename(twin, path) != 0 { failure = systemReason() }
    guard let failure else { return }
    unlink(twin)
    throw .unwritable(path: path, reason: failure)
  }

  /// Writes all bytes; a medium that takes none and reports no failure is full.
  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count == 0 { errno = ENOSPC }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  /// Makes a folder and the folders above it.
  package static func makeFolder(_ path: String) throws(ProgramProblem) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw .unwritable(path: made, reason: systemReason()) }
    }
  }

  /// The names in a folder, sorted by their bytes; nothing when it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A file as a folder lists it.
  package struct Entry {
    /// Its name in the folder.
    package let name: String
    /// Its size in bytes.
    package let bytes: Int
    /// When its content was last changed, milliseconds since 1970 UTC.
    package let changed: Int64
  }

  /// The plain files of a folder that are not hidden; nil when it cannot be read.
  package static func files(in folder: String) -> [Entry]? {
    guard isFolder(folder), access(folder, R_OK | X_OK) == 0 else { return nil }
    return names(in: folder).compactMap { name in
      var status = stat()
      guard !name.hasPrefix("."), stat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      let changed = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec / 1_000_000)
      return Entry(name: name, bytes: Int(status.st_size), changed: changed)
    }
  }

  /// Whether something of this name exists.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a folder of this name exists.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func systemReason() -> String { String(cString: strerror(errno)) }
}

extension HostFile {
  /// The path of the running program, links followed; `fallback` when the system does not tell.
  package static func programPath(_ fallback: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return fallback }
    return String(decoding: buffer[0..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
