internal import Expressions
internal import Messages

/// For how long nothing of this laptop was copied elsewhere.
struct CopyAge {
  private let days: Int

  /// The age on a board at a moment.
  init(_ board: VisitBoard, now: Moment) {
    guard let copied = board.copiedUntil, !board.records.isEmpty else {
      days = 0
      return
    }
    days = max(0, Int((now.milliseconds - copied) / 86_400_000))
  }

  /// A warning once it is more than a day; nil before.
  func words(_ language: Language) -> String? {
    days > 0 ? VisitsPhrase.notCopied(days).text(in: language) : nil
  }
}
