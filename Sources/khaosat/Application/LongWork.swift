internal import Dispatch
internal import Screens

/// Work that would keep the keys waiting: it runs on a thread of its own and tells the screens through the inbox.
struct LongWork: Sendable {
  /// Where its messages go.
  let inbox: Inbox

  /// Begins; what it answers, or why it failed, arrives in the inbox.
  func start(_ work: @escaping @Sendable () throws -> [AppMessage]) {
    let inbox = inbox
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        for message in try work() { inbox.put(message) }
      } catch {
        inbox.put(.workFailed(ProblemText.phrase(error)))
      }
    }
  }
}
