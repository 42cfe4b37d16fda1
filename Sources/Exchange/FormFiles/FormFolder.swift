package import Forms
internal import Glibc

/// The folder of a form, with the forms root that no reference may leave.
package struct FormFolder: FormFileSource {
  /// The folder in which the form's main file lies.
  package let folder: String
  /// The folder above which nothing is read.
  package let root: String

  /// A folder; without a root the folder around it is the root, so that `../catalogs/x.csv` works.
  package init(folder: String, root: String? = nil) {
    self.folder = folder.isEmpty ? "." : folder
    self.root = root ?? (folder.isEmpty ? ".." : folder + "/..")
  }

  /// The path of a reference; refused when it is absolute or leaves the root, by `..` or through a link.
  package func path(of reference: String, at position: SourcePosition) throws(FormFileProblem) -> String {
    let hasBadScalar = reference.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" || $0.value == 0x7F }
    guard !reference.isEmpty, !reference.hasPrefix("/"), !hasBadScalar else {
      throw FormFileProblem(.fileOutside, at: position, [reference])
    }
    guard let base = Self.resolved(folder), let top = Self.resolved(root) else {
      throw FormFileProblem(.fileMissing, at: position, [reference])
    }
    // Lexically first, so that a path outside is named as such whether or not something lies there.
    var parts = base.split(separator: "/").map(String.init)
    for part in reference.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { throw FormFileProblem(.fileOutside, at: position, [reference]) }
      } else {
        parts.append(String(part))
      }
    }
    let lexical = "/" + parts.joined(separator: "/")
    guard Self.isInside(lexical, top) else { throw FormFileProblem(.fileOutside, at: position, [reference]) }
    guard let real = Self.resolved(lexical) else { throw FormFileProblem(.fileMissing, at: position, [reference]) }
    guard Self.isInside(real, top) else { throw FormFileProblem(.fileOutside, at: position, [reference]) }
    return real
  }

  /// The bytes of a referenced file.
  package func bytes(of reference: String, limit: Int, at position: SourcePosition) throws(FormFileProblem) -> [UInt8] {
    try Self.read(try path(of: reference, at: position), name: reference, limit: limit, at: position)
  }

  /// The path as the user would write it: folder and reference.
  package func displayName(of reference: String) -> String { folder == "." ? reference : folder + "/" + reference }

  private static func isInside(_ path: String, _ top: String) -> Bool {
    path == top || path.hasPrefix(top == "/" ? "/" : top + "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path is an ordinary file.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads an ordinary file whole.
  static func read(
    _ path: String, name: String, limit: Int, at position: SourcePosition
  ) throws(FormFileProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw FormFileProblem(.fileMissing, at: position, [name]) }
      throw FormFileProblem(.fileUnreadable, at: position, [name, String(cString: strerror(errno))])
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw FormFileProblem(.fileUnreadable, at: position, [name, "not an ordinary file"])
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw FormFileProblem(.fileTooLarge, at: position, [name, String(limit >> 20)]) }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw FormFileProblem(.fileUnreadable, at: position, [name, "read error"]) }
    return bytes
  }
}
