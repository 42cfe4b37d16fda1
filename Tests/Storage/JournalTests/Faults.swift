import Glibc
import Synchronization

@testable import Journal

/// Makes chosen system calls fail, and counts them.
final class Faults: Sendable {
  /// What a rule does to a call.
  enum Action: Sendable {
    case fail(Int32)
    /// Writes only so many bytes and says so.
    case short(Int)
    /// Claims to have written and did not.
    case lie
    /// Writes so many bytes, then the next call of this kind fails.
    case shortThenFail(Int, Int32)
  }

  private struct State {
    var counts: [SystemCall: Int] = [:]
    var total = 0
    var rule: @Sendable (SystemCall, Int, Int) -> Action? = { _, _, _ in nil }
    var pending: Int32?
  }

  private let state = Mutex(State())

  /// `rule` is asked before each call with its kind, its number of that kind and its number among all, from 1.
  func set(_ rule: @escaping @Sendable (SystemCall, Int, Int) -> Action?) {
    state.withLock {
      $0.rule = rule
      $0.counts = [:]
      $0.total = 0
      $0.pending = nil
    }
  }

  func count(_ call: SystemCall) -> Int { state.withLock { $0.counts[call] ?? 0 } }
  var total: Int { state.withLock { $0.total } }

  private func ask(_ call: SystemCall) throws(SystemFailure) -> Action? {
    let action: Action? = state.withLock { state in
      state.counts[call, default: 0] += 1
      state.total += 1
      if call == .write, let code = state.pending {
        state.pending = nil
        return .fail(code)
      }
      let action = state.rule(call, state.counts[call] ?? 0, state.total)
      if case .shortThenFail(_, let code)? = action { state.pending = code }
      return action
    }
    if case .fail(let code)? = action { throw SystemFailure(call, code: code, path: "") }
    return action
  }

  /// The live calls behind the rules.
  var fileSystem: FileSystem {
    let live = FileSystem.live
    var system = live
    system.open = { path, intent throws(SystemFailure) in
      _ = try self.ask(.open)
      return try live.open(path, intent)
    }
    system.write = { file, bytes throws(SystemFailure) in
      switch try self.ask(.write) {
      case .short(let count)?, .shortThenFail(let count, _)?:
        return try live.write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
      case .lie?: return bytes.count
      default: return try live.write(file, bytes)
      }
    }
    system.fdatasync = { file throws(SystemFailure) in
      _ = try self.ask(.fdatasync)
      try live.fdatasync(file)
    }
    system.fsync = { file throws(SystemFailure) in
      _ = try self.ask(.fsync)
      try live.fsync(file)
    }
    system.read = { file, buffer, offset throws(SystemFailure) in
      _ = try self.ask(.read)
      return try live.read(file, buffer, offset)
    }
    system.size = { file throws(SystemFailure) in
      _ = try self.ask(.size)
      return try live.size(file)
    }
    system.rename = { old, new throws(SystemFailure) in
      _ = try self.ask(.rename)
      try live.rename(old, new)
    }
    system.mkdir = { path throws(SystemFailure) in
      _ = try self.ask(.mkdir)
      try live.mkdir(path)
    }
    system.list = { path throws(SystemFailure) in
      _ = try self.ask(.list)
      return try live.list(path)
    }
    return system
  }
}
