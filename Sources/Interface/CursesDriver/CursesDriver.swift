internal import CTerminal
internal import Glibc
package import Terminal

/// The terminal through ncurses. Curses only knows the terminal and sends differences; everything drawn is a `Frame`.
package final class CursesDriver: TerminalPort {
  /// The size of the terminal as last seen.
  package private(set) var size: Size
  /// What the terminal can show.
  package let capabilities: Capabilities
  /// How other threads wake the waiting one.
  package let waker: Waker

  private let wakeEnd: Int32
  private let signalEnd: Int32
  private let palette: Palette
  private var decoder = KeyDecoder()
  private var shown: Frame?
  private var pending: [TerminalEvent] = []
  private var emptyReads = 0

  /// How long an unfinished character may take before it is given up.
  private static let characterPatience = 500

  /// Takes the terminal of this process.
  package init(options: CursesOptions = CursesOptions()) throws(CursesProblem) {
    let delay = getenv("SSH_CONNECTION") == nil ? 50 : 250
    let flags = kh_open(Int32(options.escapeDelay ?? delay), options.isMono ? 0 : 1)
    guard flags >= 0 else { throw flags == Int32(KH_NO_CURSOR) ? .noCursor : .noTerminal }
    func has(_ flag: Int32) -> Bool { flags & flag != 0 }
    var capabilities = Capabilities()
    capabilities.isConsole = has(Int32(KH_CONSOLE))
    capabilities.hasPoorFont = has(Int32(KH_POOR_FONT))
    capabilities.hasColours = has(Int32(KH_COLOUR))
    capabilities.isOtherLocale = has(Int32(KH_OTHER_LOCALE))
    capabilities.isAscii = options.isAscii || !has(Int32(KH_UTF8)) || capabilities.hasPoorFont
    self.capabilities = capabilities
    palette = capabilities.hasColours ? .colours : .mono
    var ends: [Int32] = [-1, -1]
    guard kh_pipe(&ends) == 0 else {
      kh_close()
      throw .noTerminal
    }
    wakeEnd = ends[0]
    let wakeStart = ends[1]
    waker = Waker {
      var byte: UInt8 = 0
      _ = write(wakeStart, &byte, 1)
    }
    signalEnd = kh_signals()
    size = Self.measure()
  }

  /// Shows a frame: puts the cells that differ from those shown before, and lets curses send them.
  package func draw(_ frame: Frame) {
    let frame = capabilities.isAscii ? AsciiTwin.frame(of: frame) : frame
    let rows = min(frame.size.rows, size.rows)
    let columns = min(frame.size.columns, size.columns)
    let before = shown?.size == frame.size ? shown : nil
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = frame[row, column]
        guard cell.width > 0, before.map({ $0[row, column] != cell }) ?? true else { continue }
        put(cell, row: row, column: column)
      }
    }
    if let cursor = frame.cursor {
      kh_cursor(Int32(cursor.row), Int32(cursor.column), 1)
    } else {
      kh_cursor(Int32(rows - 1), 0, 0)
    }
    kh_flush()
    shown = frame
  }

  private func put(_ cell: Cell, row: Int, column: Int) {
    let text = capabilities.isConsole ? Self.consoleText(cell.text) : cell.text
    let (attributes, pair) = palette.look(of: cell.style)
    var bytes = text
    bytes.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        kh_put(Int32(row), Int32(column), chars.baseAddress, Int32(chars.count), attributes, pair)
      }
    }
  }

  /// The signs that even the console's good Vietnamese fonts lack.
  private static func consoleText(_ text: String) -> String {
    switch text {
    case "✓", "◐", "▸", "₫", "○", "●", "↵", "▏", "▎", "▍", "▌", "▋", "▊", "▉":
      String(AsciiTwin.character(of: text))
    default: text
    }
  }

  /// Waits for the terminal, a signal or another thread.
  package func events(within milliseconds: Int?) -> [TerminalEvent] {
    var events = pending
    pending = []
    if events.isEmpty { wait(milliseconds ?? -1, into: &events) }
    return events
  }

  private func wait(_ milliseconds: Int, into events: inout [TerminalEvent]) {
    let patience =
      decoder.isWaiting
      ? (milliseconds < 0 ? Self.characterPatience : min(milliseconds, Self.characterPatience)) : milliseconds
    var waits = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&waits, nfds_t(waits.count), Int32(patience))
    if ready == 0 {
      events += decoder.take(.silence).map(TerminalEvent.key)
      if events.isEmpty { events.append(.timeout) }
      return
    }
    if waits[1].revents != 0 { takeSignals(into: &events) }
    if waits[2].revents != 0, !Self.drain(wakeEnd).isEmpty { events.append(.woken) }
    if waits[0].revents & Int16(POLLIN) != 0 {
      takeKeys(into: &events)
    } else if waits[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      events.append(.ended(.hangUp))
    }
  }

  /// Everything that has been typed so far, so that fast typing is drawn once.
  private func takeKeys(into events: inout [TerminalEvent]) {
    var count = 0
    while count < 4096 {
      let code = kh_key()
      if code == Int32(KH_NONE) { break }
      count += 1
      if code == Int32(KH_RESIZE) {
        takeSize(into: &events)
      } else if let input = Self.input(of: code) {
        events += decoder.take(input).map(TerminalEvent.key)
      }
    }
    events += decoder.take(.pause).map(TerminalEvent.key)
    emptyReads = count == 0 ? emptyReads + 1 : 0
    // The terminal says that it can be read and gives nothing: nobody is there any more.
    if emptyReads >= 3 { events.append(.ended(.hangUp)) }
  }

  private func takeSignals(into events: inout [TerminalEvent]) {
    for number in Self.drain(signalEnd) {
      switch Int32(number) {
      case SIGHUP: events.append(.ended(.hangUp))
      case SIGTERM, SIGINT: events.append(.ended(.terminated))
      case SIGWINCH: takeSize(into: &events)
      case SIGTSTP: suspend()
      case SIGCONT: comeBack(into: &events)
      default: break
      }
    }
  }

  private func takeSize(into events: inout [TerminalEvent]) {
    let now = Self.measure()
    guard now != size else { return }
    size = now
    shown = nil
    events.append(.resized(now))
  }

  private func comeBack(into events: inout [TerminalEvent]) {
    kh_resume()
    shown = nil
    takeSize(into: &events)
    events.append(.continued)
  }

  /// Sends everything again with the next frame.
  package func repaint() {
    kh_repaint()
    shown = nil
  }

  /// Rings the bell.
  package func bell() {
    kh_bell()
  }

  /// Gives the terminal to the shell and stops; the signal that continues the process takes it back.
  package func suspend() {
    kh_pause()
    kh_stop()
  }

  /// Gives the terminal back as it was.
  package func close() {
    kh_close()
  }

  private static func measure() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    kh_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  private static func drain(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }
}
