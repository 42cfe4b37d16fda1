import Foundation
import Glibc

/// A process with its output in files, in a process group of its own so that a wrapper and what it runs end together.
final class LiveProcess {
  let id: pid_t
  private let outputFile: URL
  private let wordsFile: URL
  /// The end of a pipe that the process reads, when its input is written step by step.
  private var inputEnd: Int32?
  private var ended: Int32?

  /// Starts a process. Without `input` its standard input is a pipe that ``write(_:)`` fills.
  init(_ words: [String], input: String?, environment: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory
    outputFile = folder.appendingPathComponent("khaosat-out-\(UUID().uuidString)")
    wordsFile = folder.appendingPathComponent("khaosat-err-\(UUID().uuidString)")
    let output = open(outputFile.path, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o600)
    let errors = open(wordsFile.path, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o600)
    defer { for file in [output, errors] { close(file) } }
    let source: Int32
    if let input {
      let inputFile = folder.appendingPathComponent("khaosat-in-\(UUID().uuidString)")
      try Data(input.utf8).write(to: inputFile)
      source = open(inputFile.path, O_RDONLY | O_CLOEXEC)
      unlink(inputFile.path)
    } else {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw Program.NotStarted(command: "pipe", code: errno) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      source = ends[0]
      inputEnd = ends[1]
    }
    defer { close(source) }
    id = try Self.spawn(words, Program.environment(environment), [source, output, errors])
  }

  deinit {
    if ended == nil {
      Glibc.kill(-id, SIGKILL)
      _ = reap()
    }
    closeInput()
    unlink(outputFile.path)
    unlink(wordsFile.path)
  }

  private static func spawn(_ words: [String], _ environment: [String: String], _ files: [Int32]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(place)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Whatever the test runner ignores or blocks, the program starts as from a shell.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var id: pid_t = 0
    let code = posix_spawnp(&id, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw Program.NotStarted(command: words.joined(separator: " "), code: code) }
    return id
  }

  /// Writes into its standard input; a process that has ended takes nothing.
  func write(_ text: String) {
    guard let inputEnd else { return }
    signal(SIGPIPE, SIG_IGN)
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(inputEnd, $0.baseAddress, $0.count) }
  }

  /// Ends its standard input.
  func closeInput() {
    if let inputEnd { close(inputEnd) }
    inputEnd = nil
  }

  /// What it has printed so far.
  var output: String { String(decoding: (try? Data(contentsOf: outputFile)) ?? Data(), as: UTF8.self) }
  private var words: String { String(decoding: (try? Data(contentsOf: wordsFile)) ?? Data(), as: UTF8.self) }

  /// Waits until its output satisfies a condition, or it has ended, or the limit is over.
  @discardableResult
  func wait(limit: Int32 = 60, until condition: (String) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(Double(limit))
    while Date() < end {
      if condition(output) { return true }
      if hasEnded { return condition(output) }
      poll(nil, 0, 1)
    }
    return false
  }

  /// Lets it run for some milliseconds, then kills it and everything it started.
  func kill(after milliseconds: Int) -> Program.Result {
    let end = Date().addingTimeInterval(Double(milliseconds) / 1000)
    while !hasEnded, Date() < end { poll(nil, 0, 1) }
    send(SIGKILL)
    return finish()
  }

  /// Sends a signal to it and to everything it started.
  func send(_ signal: Int32) {
    if ended == nil { Glibc.kill(-id, signal) }
  }

  /// Whether it has ended.
  var hasEnded: Bool {
    if ended != nil { return true }
    var status: Int32 = 0
    if waitpid(id, &status, WNOHANG) == id { ended = status }
    return ended != nil
  }

  /// Waits for the end. One that does not end within the limit, in seconds, is killed.
  func finish(limit: Int32 = 120) -> Program.Result {
    closeInput()
    let guardian = DispatchWorkItem { [id] in Glibc.kill(-id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Int(limit)), execute: guardian)
    let status = reap()
    guardian.cancel()
    let signal = status & 0x7F
    return Program.Result(
      exit: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: output, words: words)
  }

  private func reap() -> Int32 {
    if let ended { return ended }
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    ended = status
    return status
  }
}
