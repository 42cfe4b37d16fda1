/// How a file is opened.
package enum OpenIntent: Sendable, Equatable {
  /// To be read.
  case read
  /// To be read, when it is a file or a directory itself: no link is followed, and nothing waits for a writer.
  case readPlain
  /// To be appended to; it is there.
  case append
  /// To be appended to; it must not be there yet.
  case create
  /// To be locked; made when it is not there.
  case lock
}

/// What a name in a directory stands for.
package enum FileNature: Sendable, Equatable {
  /// A file with content.
  case file
  /// A directory.
  case directory
  /// A link to something else.
  case link(toDirectory: Bool)
  /// A pipe, a socket, a device.
  case special
}

/// A name in a directory.
package struct DirectoryEntry: Sendable, Equatable {
  /// The name, without the directory.
  package let name: String
  /// What it stands for.
  package let nature: FileNature

  /// Whether it is a directory, or a link to one.
  package var isDirectory: Bool { nature == .directory || nature == .link(toDirectory: true) }

  /// Whether it is what it looks like: a file or a directory, nothing that leads elsewhere.
  package var isPlain: Bool { nature == .file || nature == .directory }

  /// Joins name and nature.
  package init(name: String, nature: FileNature) {
    self.name = name
    self.nature = nature
  }
}

/// What the system says of a file without opening it.
package struct FileStatus: Sendable, Equatable {
  /// Bytes.
  package var size: Int
  /// Number of the file in its file system.
  package var inode: UInt64
  /// Nanoseconds since 1970 at which the content changed last.
  package var changed: Int64

  /// Joins the parts.
  package init(size: Int, inode: UInt64, changed: Int64) {
    self.size = size
    self.inode = inode
    self.changed = changed
  }
}

/// The system calls storage is built on. Every one is a closure, so that a test can make the k-th call fail.
///
/// None of them repeats an interrupted call or completes a short one: the code above does, and is tested to.
package struct FileSystem: Sendable {
  /// Opens a file; never inherited by children.
  package var open: @Sendable (String, OpenIntent) throws(SystemFailure) -> Int32
  /// Reads at an offset; 0 at the end.
  package var read: @Sendable (Int32, UnsafeMutableRawBufferPointer, Int) throws(SystemFailure) -> Int
  /// Writes at the end and tells how many bytes were taken.
  package var write: @Sendable (Int32, UnsafeRawBufferPointer) throws(SystemFailure) -> Int
  /// Makes content and size durable.
  package var fdatasync: @Sendable (Int32) throws(SystemFailure) -> Void
  /// Makes a file, or the names in a directory, durable.
  package var fsync: @Sendable (Int32) throws(SystemFailure) -> Void
  /// Closes.
  package var close: @Sendable (Int32) throws(SystemFailure) -> Void
  /// Size of an open file in bytes.
  package var size: @Sendable (Int32) throws(SystemFailure) -> Int
  /// What a path itself is; a link is not followed.
  package var nature: @Sendable (String) throws(SystemFailure) -> FileNature
  /// What a path names.
  package var status: @Sendable (String) throws(SystemFailure) -> FileStatus
  /// Renames within a file system, replacing.
  package var rename: @Sendable (String, String) throws(SystemFailure) -> Void
  /// Removes a name.
  package var unlink: @Sendable (String) throws(SystemFailure) -> Void
  /// Makes one directory.
  package var mkdir: @Sendable (String) throws(SystemFailure) -> Void
  /// Names in a directory, without `.` and `..`, sorted.
  package var list: @Sendable (String) throws(SystemFailure) -> [DirectoryEntry]
  /// Locks an open file against others, or fails at once.
  package var lock: @Sendable (Int32) throws(SystemFailure) -> Void
}

extension FileSystem {
  /// Makes a call again as long as a signal interrupts it.
  package func uninterrupted<Result>(_ call: () throws(SystemFailure) -> Result) throws(SystemFailure) -> Result {
    while true {
      do throws(SystemFailure) { return try call() } catch {
        guard error.isInterrupted else { throw error }
      }
    }
  }

  /// Opens, again when interrupted.
  package func opened(_ path: String, _ intent: OpenIntent) throws(SystemFailure) -> Int32 {
    try uninterrupted { () throws(SystemFailure) in try open(path, intent) }
  }

  /// Writes everything: a short write is followed by the rest.
  package func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32, path: String) throws(SystemFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let taken = try uninterrupted { () throws(SystemFailure) in try write(file, rest) }
      // A device that takes nothing without an error would keep us here for ever.
      guard taken > 0 else { throw SystemFailure(.write, code: SystemFailure.noProgress, path: path) }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(taken))
    }
  }

  /// The whole content of a file, from an offset on.
  package func contents(of path: String, from offset: Int = 0) throws(SystemFailure) -> [UInt8] {
    let file = try opened(path, .read)
    do throws(SystemFailure) {
      let bytes = try contents(ofOpen: file, from: offset)
      try? close(file)
      return bytes
    } catch {
      try? close(file)
      throw error
    }
  }

  /// The whole content; nothing when there is no such file. A file that is there and cannot be read is a failure: taken
  /// for an empty one, it would be written over.
  package func contentsIfPresent(of path: String) throws(SystemFailure) -> [UInt8] {
    do throws(SystemFailure) { return try contents(of: path) } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  /// The content of an open file, from an offset on.
  package func contents(ofOpen file: Int32, from offset: Int = 0) throws(SystemFailure) -> [UInt8] {
    let size = try size(file)
    guard size > offset else { return [] }
    var failure: SystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: size - offset) { buffer, count in
      do throws(SystemFailure) {
        while count < buffer.count {
          let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let got = try uninterrupted { () throws(SystemFailure) in try read(file, rest, offset + count) }
          if got == 0 { return }
          count += got
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads a stretch of an open file; less than asked for only at its end.
  package func read(
    _ file: Int32, into buffer: UnsafeMutableRawBufferPointer, from offset: Int
  ) throws(SystemFailure) -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = try uninterrupted { () throws(SystemFailure) in try read(file, rest, offset + count) }
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// A stretch of an open file; less than asked for only at its end.
  package func stretch(ofOpen file: Int32, from offset: Int, count: Int) throws(SystemFailure) -> [UInt8] {
    var failure: SystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, taken in
      do throws(SystemFailure) {
        taken = try read(file, into: UnsafeMutableRawBufferPointer(buffer), from: offset)
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Makes the names in a directory durable.
  package func syncDirectory(_ path: String) throws(SystemFailure) {
    let directory = try opened(path, .read)
    defer { try? close(directory) }
    try uninterrupted { () throws(SystemFailure) in try fsync(directory) }
  }

  /// Makes a directory and those above it, and makes their names durable. One that is there already is fine.
  package func makeDirectories(_ path: String) throws(SystemFailure) {
    do throws(SystemFailure) {
      try uninterrupted { () throws(SystemFailure) in try mkdir(path) }
    } catch {
      if error.exists { return }
      let parent = Self.parent(of: path)
      guard error.isMissing, parent != path else { throw error }
      try makeDirectories(parent)
      do throws(SystemFailure) { try mkdir(path) } catch { if !error.exists { throw error } }
    }
    try syncDirectory(Self.parent(of: path))
  }

  /// Puts a file in place whole: a temporary name, synced, renamed, the directory synced.
  package func replace(_ path: String, with bytes: [UInt8]) throws(SystemFailure) {
    let part = path + ".part"
    try removeIfPresent(part)
    let file = try opened(part, .create)
    do throws(SystemFailure) {
      var failure: SystemFailure?
      bytes.withUnsafeBytes { buffer in
        do throws(SystemFailure) { try writeAll(buffer, to: file, path: part) } catch { failure = error }
      }
      if let failure { throw failure }
      try uninterrupted { () throws(SystemFailure) in try fsync(file) }
    } catch {
      try? close(file)
      try? unlink(part)
      throw error.naming(part)
    }
    try close(file)
    try rename(part, path)
    try syncDirectory(Self.parent(of: path))
  }

  /// Removes a name; one that is not there is fine.
  package func removeIfPresent(_ path: String) throws(SystemFailure) {
    do throws(SystemFailure) { try unlink(path) } catch { if !error.isMissing { throw error } }
  }

  /// Whether a path can be opened for reading.
  package func isPresent(_ path: String) -> Bool {
    guard let file = try? opened(path, .read) else { return false }
    try? close(file)
    return true
  }

  /// The directory part of a path.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}
