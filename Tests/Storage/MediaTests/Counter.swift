import Glibc
import Synchronization

@testable import Journal

/// Counts calls and makes one of them fail.
final class Counter: Sendable {
  private let calls = Mutex(0)

  func step(_ failing: Int, _ call: SystemCall) throws(SystemFailure) {
    let isFailing = calls.withLock { calls in
      calls += 1
      return calls == failing
    }
    if isFailing { throw SystemFailure(call, code: EIO, path: "") }
  }
}
