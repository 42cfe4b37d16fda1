import Journal
import Synchronization

/// A file system whose calls fail from the k-th on, or only the k-th.
final class Faults: Sendable {
  private struct State {
    var count = 0
    var failing: Int?
    var goesOn = false
  }

  private let state = Mutex(State())

  /// The calls made.
  var count: Int { state.withLock { $0.count } }

  /// Has the k-th call from now on fail, and when `goesOn` every one after it: a stick that was pulled out.
  func fail(at call: Int?, goesOn: Bool = false) {
    state.withLock { state in
      state.count = 0
      state.failing = call
      state.goesOn = goesOn
    }
  }

  private func ask(_ call: SystemCall) throws(SystemFailure) {
    let fails = state.withLock { state in
      state.count += 1
      guard let failing = state.failing else { return false }
      return state.goesOn ? state.count >= failing : state.count == failing
    }
    if fails { throw SystemFailure(call, code: 5, path: "") }
  }

  /// The live calls behind it.
  var fileSystem: FileSystem {
    let live = FileSystem.live
    var system = live
    system.open = { path, intent throws(SystemFailure) in
      try self.ask(.open)
      return try live.open(path, intent)
    }
    system.write = { file, bytes throws(SystemFailure) in
      try self.ask(.write)
      return try live.write(file, bytes)
    }
    system.read = { file, buffer, offset throws(SystemFailure) in
      try self.ask(.read)
      return try live.read(file, buffer, offset)
    }
    system.fsync = { file throws(SystemFailure) in
      try self.ask(.fsync)
      try live.fsync(file)
    }
    system.fdatasync = { file throws(SystemFailure) in
      try self.ask(.fdatasync)
      try live.fdatasync(file)
    }
    system.rename = { old, new throws(SystemFailure) in
      try self.ask(.rename)
      try live.rename(old, new)
    }
    system.unlink = { path throws(SystemFailure) in
      try self.ask(.unlink)
      try live.unlink(path)
    }
    system.mkdir = { path throws(SystemFailure) in
      try self.ask(.mkdir)
      try live.mkdir(path)
    }
    system.list = { path throws(SystemFailure) in
      try self.ask(.list)
      return try live.list(path)
    }
    return system
  }
}
