internal import Screens
internal import Synchronization
internal import Terminal

/// Messages from other threads to the one that owns the screens.
final class Inbox: Sendable {
  private struct Content {
    var messages: [AppMessage] = []
    var waker: Waker?
  }

  private let content = Mutex(Content())

  /// Says how the owner is woken.
  func attach(_ waker: Waker) {
    content.withLock { $0.waker = waker }
  }

  /// Leaves a message and wakes the owner.
  func put(_ message: AppMessage) {
    let waker = content.withLock { content in
      content.messages.append(message)
      return content.waker
    }
    waker?.wake()
  }

  /// Takes all messages, oldest first.
  func take() -> [AppMessage] {
    content.withLock { content in
      let messages = content.messages
      content.messages = []
      return messages
    }
  }
}
