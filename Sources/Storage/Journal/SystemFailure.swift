internal import Glibc

/// The system calls that storage makes, by name, so that a failure tells which one it was.
package enum SystemCall: String, Sendable, Equatable, CaseIterable {
  case open, read, write, fdatasync, fsync, close, size, rename, unlink, mkdir, list, lock
}

/// A system call that failed.
package struct SystemFailure: Error, Sendable, Equatable {
  /// The call.
  package let call: SystemCall
  /// What the system said: `errno`.
  package let code: Int32
  /// The file or directory concerned.
  package let path: String

  /// Names call, `errno` and path.
  package init(_ call: SystemCall, code: Int32, path: String) {
    self.call = call
    self.code = code
    self.path = path
  }

  /// The same failure with the path, where the call knew none.
  package func naming(_ path: String) -> SystemFailure {
    self.path.isEmpty ? SystemFailure(call, code: code, path: path) : self
  }

  /// The file is not there.
  package var isMissing: Bool { code == ENOENT }
  /// The name is taken.
  package var exists: Bool { code == EEXIST }
  /// The call was interrupted by a signal and is simply made again.
  package var isInterrupted: Bool { code == EINTR }
  /// No space, quota or file size left.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }
  /// The medium or the file cannot be written by us.
  package var isReadOnly: Bool { code == EROFS || code == EACCES || code == EPERM }
  /// Somebody else holds the lock.
  package var isLocked: Bool { code == EWOULDBLOCK }
  /// A short stable name of the `errno`, for messages and logs.
  package var name: String {
    switch code {
    case ENOSPC: "ENOSPC"
    case EDQUOT: "EDQUOT"
    case EFBIG: "EFBIG"
    case EIO: "EIO"
    case EROFS: "EROFS"
    case EACCES: "EACCES"
    case EPERM: "EPERM"
    case ENOENT: "ENOENT"
    case EEXIST: "EEXIST"
    case ENOTDIR: "ENOTDIR"
    case EISDIR: "EISDIR"
    case ENFILE: "ENFILE"
    case EBUSY: "EBUSY"
    case ELOOP: "ELOOP"
    case ENAMETOOLONG: "ENAMETOOLONG"
    case EMFILE: "EMFILE"
    case ENODEV: "ENODEV"
    case EWOULDBLOCK: "EWOULDBLOCK"
    case ELOOP: "ELOOP"
    default: "errno-\(code)"
    }
  }
}
