internal import Journal

/// The payload of a line, opened when it was sealed and its key is here.
struct OpenedPayload {
  /// The payload; sealed still when it could not be opened.
  let body: LineBody
  /// Whether its key is here and does not open it.
  let isDamaged: Bool

  init(_ view: LineView, _ seal: (any Seal)?) {
    guard let seal, view.isSealed else {
      body = view.body
      isDamaged = false
      return
    }
    switch seal.open(view.rawBody, frame: view.frameBytes) {
    case .open(let text):
      body = LineBody(text: text)
      isDamaged = false
    case .damaged:
      body = view.body
      isDamaged = true
    case .locked:
      body = view.body
      isDamaged = false
    }
  }
}
