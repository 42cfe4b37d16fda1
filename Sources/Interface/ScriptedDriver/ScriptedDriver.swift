package import Terminal

/// A terminal for tests: events go in, frames come out.
package final class ScriptedDriver: TerminalPort {
  /// The size of the terminal.
  package private(set) var size: Size
  /// What the terminal can show.
  package let capabilities: Capabilities
  /// How other threads wake the waiting one.
  package let waker = Waker {}
  /// Everything that was drawn, in order.
  package private(set) var frames: [Frame] = []
  /// How often the bell rang.
  package private(set) var bells = 0
  /// How often everything was to be drawn again.
  package private(set) var repaints = 0
  /// Whether the terminal was given back.
  package private(set) var isClosed = false
  private var script: [[TerminalEvent]]

  /// A terminal at which these things happen, one group at each wait; then it hangs up.
  package init(size: Size, capabilities: Capabilities = Capabilities(), script: [[TerminalEvent]]) {
    self.size = size
    self.capabilities = capabilities
    self.script = script.reversed()
  }

  /// A terminal at which keys are pressed one by one.
  package convenience init(size: Size, keys: [Key]) {
    self.init(size: size, script: keys.map { [.key($0)] })
  }

  /// Keeps the frame.
  package func draw(_ frame: Frame) {
    frames.append(frame)
  }

  /// The next group of events.
  package func events(within milliseconds: Int?) -> [TerminalEvent] {
    guard let group = script.popLast() else { return [.ended(.hangUp)] }
    for case .resized(let size) in group { self.size = size }
    return group
  }

  /// Counts the wish.
  package func repaint() {
    repaints += 1
  }

  /// Counts the bell.
  package func bell() {
    bells += 1
  }

  /// Nothing waits behind a scripted terminal.
  package func suspend() {}

  /// Remembers that the terminal was given back.
  package func close() {
    isClosed = true
  }
}
