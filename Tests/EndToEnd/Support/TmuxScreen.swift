import Foundation

/// The program in a real terminal of a fixed size, driven key by key.
///
/// Every step waits for what the screen must show, with a limit far above what a loaded machine needs; nothing waits for time alone.
final class TmuxScreen {
  /// Whether this machine has tmux.
  static let isAvailable = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// A step whose condition did not come true in time; shows the last screen.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let socket: String
  private let limit: TimeInterval

  /// Starts the program in a new terminal.
  init(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    limit: TimeInterval = 60,
    wrapper: String = ""
  ) throws {
    socket = "khaosat-\(UUID().uuidString.prefix(8))"
    self.limit = limit
    let values = Program.environment(environment).map { "\($0.key)=\(TmuxScreen.quoted($0.value))" }.sorted()
    let command = arguments.map(TmuxScreen.quoted).joined(separator: " ")
    let line = "exec env -i \(values.joined(separator: " ")) \(wrapper) \(TmuxScreen.quoted(Program.path)) \(command)"
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-s", "s", "-x", "\(columns)", "-y", "\(rows)", line,
      ";", "set-option", "-g", "remain-on-exit", "on", ";", "set-option", "-g", "status", "off",
    ])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Sends keys by tmux's names (`Enter`, `F10`, `C-k`, `Up`).
  func press(_ keys: String...) throws { try tmux(["send-keys", "-t", "s"] + keys) }

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux(["send-keys", "-t", "s", "-l", "--", text]) }

  /// Sends bytes as a terminal would, all at once.
  func send(bytes: [UInt8]) throws {
    try tmux(["send-keys", "-t", "s", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// One part of a burst of keys.
  enum Keys {
    /// Text as it stands.
    case text(String)
    /// A key by tmux's name.
    case key(String)
  }

  /// Sends texts and keys in one go, as a person does who types ahead.
  func send(_ keys: [Keys]) throws {
    var words: [String] = []
    for part in keys {
      if !words.isEmpty { words.append(";") }
      switch part {
      case .text(let text): words += ["send-keys", "-t", "s", "-l", "--", text == ";" ? "\\;" : text]
      case .key(let name): words += ["send-keys", "-t", "s", name]
      }
    }
    if !words.isEmpty { try tmux(words) }
  }

  /// The screen as plain text lines.
  func text() throws -> String { try tmux(["capture-pane", "-t", "s", "-p"]) }

  /// The screen with the place of its cursor, both of the same moment.
  ///
  /// A picture reaches the terminal in several writes, from top to bottom, and the cursor goes to its own place last: what
  /// stands above the cursor is whole.
  struct View {
    let lines: [String]
    let cursorRow: Int
    let cursorColumn: Int
  }

  /// Waits until the screen and its cursor satisfy a condition.
  func wait(until what: String, view condition: (View) -> Bool) throws {
    let separator = "=cursor="
    let end = Date().addingTimeInterval(limit)
    var last = ""
    while Date() < end {
      last = try tmux([
        "capture-pane", "-t", "s", "-p", ";", "display-message", "-t", "s", "-p",
        "\(separator)#{cursor_y} #{cursor_x}",
      ])
      let parts = last.components(separatedBy: separator)
      let numbers = parts.last?.split(whereSeparator: \.isWhitespace).compactMap { Int($0) } ?? []
      if parts.count == 2, numbers.count == 2 {
        let lines = parts[0].components(separatedBy: "\n")
        if condition(View(lines: lines, cursorRow: numbers[0], cursorColumn: numbers[1])) { return }
      }
      poll(nil, 0, 20)
    }
    throw Failure(description: "waited \(Int(limit)) s for \(what); the screen was:\n\(last)")
  }

  /// The process that the terminal runs.
  func processID() throws -> Int32? {
    Int32(
      try tmux(["display-message", "-t", "s", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Whether the program has ended.
  func hasEnded() throws -> Bool {
    try tmux(["display-message", "-t", "s", "-p", "#{pane_dead}"]).trimmingCharacters(in: .whitespacesAndNewlines)
      == "1"
  }

  /// Waits until the screen holds a text.
  @discardableResult
  func wait(for expected: String) throws -> String {
    try wait(until: "“\(expected)”") { $0.contains(expected) }
  }

  /// Waits until the screen satisfies a condition, and returns it.
  @discardableResult
  func wait(until what: String, _ condition: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(limit)
    var last = ""
    while Date() < end {
      last = try text()
      if condition(last) { return last }
      poll(nil, 0, 30)
    }
    throw Failure(description: "waited \(Int(limit)) s for \(what); the screen was:\n\(last)")
  }

  /// Waits until the program has ended.
  func waitForEnd() throws {
    let end = Date().addingTimeInterval(limit)
    while Date() < end {
      if try hasEnded() { return }
      poll(nil, 0, 30)
    }
    throw Failure(description: "the program did not end; the screen was:\n\(try text())")
  }

  /// Runs tmux to its end.
  ///
  /// Not through `Process`: the server that tmux starts would keep open what `Process` waits for.
  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let file = try TemporaryFolder.file()
    defer { try? FileManager.default.removeItem(at: file) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, file.path, O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    for descriptor in Int32(3)..<256 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // Threads of a test may hold signals back, and what they start would not get them either.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ["tmux", "-u", "-L", socket] + arguments
    let values = Program.environment(["TMUX_TMPDIR": NSTemporaryDirectory()]).map { "\($0.key)=\($0.value)" }
    var argv = words.map { strdup($0) } + [nil]
    var envp = values.map { strdup($0) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var process = pid_t()
    guard posix_spawnp(&process, "tmux", &actions, &attributes, &argv, &envp) == 0 else {
      throw Failure(description: "tmux does not start")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
