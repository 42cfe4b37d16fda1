/// Lets any thread wake the thread that waits for the terminal.
package struct Waker: Sendable {
  private let call: @Sendable () -> Void

  /// A waker that does something short and safe from every thread.
  package init(_ call: @escaping @Sendable () -> Void) {
    self.call = call
  }

  /// Makes the next wait answer `woken`. Many calls before it answer once.
  package func wake() {
    call()
  }
}
