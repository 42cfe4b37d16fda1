internal import Glibc

extension SystemFailure {
  /// The code used when a device takes no bytes and reports no error.
  package static let noProgress: Int32 = EIO

  /// The code used for a link or a special file where only files and directories are met.
  package static let notPlain: Int32 = ELOOP

  /// The failure that `errno` tells of now.
  static func now(_ call: SystemCall, _ path: String) -> SystemFailure {
    SystemFailure(call, code: errno, path: path)
  }
}

extension FileSystem {
  /// The calls of the system itself. Files are made 0600 and directories 0700: answers are personal data.
  package static let live: FileSystem = {
    // A limit on the size of files is a full medium to us (EFBIG); by default it would kill the process.
    signal(SIGXFSZ, SIG_IGN)
    return calls
  }()

  private static let calls = FileSystem(
    open: { path, intent throws(SystemFailure) in
      let flags =
        switch intent {
        case .read: O_RDONLY
        case .readPlain: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
        case .append: O_WRONLY | O_APPEND
        case .create: O_WRONLY | O_APPEND | O_CREAT | O_EXCL
        case .lock: O_RDWR | O_CREAT
        }
      let file = Glibc.open(path, flags | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .now(.open, path) }
      guard intent != .readPlain || isPlain(file) else {
        Glibc.close(file)
        throw SystemFailure(.open, code: SystemFailure.notPlain, path: path)
      }
      return file
    },
    read: { file, buffer, offset throws(SystemFailure) in
      let count = pread(file, buffer.baseAddress, buffer.count, offset)
      guard count >= 0 else { throw .now(.read, "") }
      return count
    },
    write: { file, bytes throws(SystemFailure) in
      let count = Glibc.write(file, bytes.baseAddress, bytes.count)
      guard count >= 0 else { throw .now(.write, "") }
      return count
    },
    fdatasync: { file throws(SystemFailure) in
      guard Glibc.fdatasync(file) == 0 else { throw .now(.fdatasync, "") }
    },
    fsync: { file throws(SystemFailure) in
      guard Glibc.fsync(file) == 0 else { throw .now(.fsync, "") }
    },
    close: { file throws(SystemFailure) in
      guard Glibc.close(file) == 0 else { throw .now(.close, "") }
    },
    size: { file throws(SystemFailure) in
      var status = stat()
      guard fstat(file, &status) == 0 else { throw .now(.size, "") }
      return Int(status.st_size)
    },
    nature: { path throws(SystemFailure) in try nature(of: path) },
    status: { path throws(SystemFailure) in
      var status = stat()
      guard stat(path, &status) == 0 else { throw .now(.size, path) }
      return FileStatus(
        size: Int(status.st_size), inode: UInt64(status.st_ino),
        changed: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
    },
    rename: { old, new throws(SystemFailure) in
      guard Glibc.rename(old, new) == 0 else { throw .now(.rename, old) }
    },
    unlink: { path throws(SystemFailure) in
      guard Glibc.unlink(path) == 0 else { throw .now(.unlink, path) }
    },
    mkdir: { path throws(SystemFailure) in
      guard Glibc.mkdir(path, 0o700) == 0 else { throw .now(.mkdir, path) }
    },
    list: { path throws(SystemFailure) in try listDirectory(path) },
    lock: { file throws(SystemFailure) in
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .now(.lock, "") }
    })

  private static func isPlain(_ file: Int32) -> Bool {
    var status = stat()
    guard fstat(file, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
  }

  private static func nature(of path: String) throws(SystemFailure) -> FileNature {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .now(.size, path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    case S_IFLNK: return .link(toDirectory: stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
    default: return .special
    }
  }

  private static func listDirectory(_ path: String) throws(SystemFailure) -> [DirectoryEntry] {
    guard let directory = opendir(path) else { throw .now(.list, path) }
    defer { closedir(directory) }
    var entries: [DirectoryEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno != 0 { throw .now(.list, path) }
        break
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let nature: FileNature
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): nature = .file
      case Int(DT_DIR): nature = .directory
      default:
        // Some file systems do not tell; what is gone meanwhile was there as something.
        nature = (try? Self.nature(of: path + "/" + name)) ?? .file
      }
      entries.append(DirectoryEntry(name: name, nature: nature))
    }
    return entries.sorted { $0.name < $1.name }
  }
}
