/// A terminal that shows frames and tells what happens. One thread owns it.
package protocol TerminalPort: AnyObject {
  /// The size of the terminal as last seen.
  var size: Size { get }
  /// What it can show.
  var capabilities: Capabilities { get }
  /// How other threads wake the waiting one.
  var waker: Waker { get }
  /// Shows a frame: sends only what changed.
  func draw(_ frame: Frame)
  /// Waits, at most for a number of milliseconds (for ever when nil), and answers everything that has happened since.
  func events(within milliseconds: Int?) -> [TerminalEvent]
  /// Sends everything again with the next frame.
  func repaint()
  /// Rings the bell.
  func bell()
  /// Gives the terminal to the shell until the person comes back.
  func suspend()
  /// Gives the terminal back as it was.
  func close()
}
