import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What a finished run left.
  struct Result {
    let exit: Int32
    let output: String
    let words: String
  }

  /// The binary beside the test bundle, or the one that `KHAOSAT_BIN` names.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["KHAOSAT_BIN"] { return named }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
    for folder in [bundle.deletingLastPathComponent(), buildFolder] {
      let candidate = folder.appendingPathComponent("khaosat").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
    }
    return buildFolder.appendingPathComponent("khaosat").path
  }()

  /// The root of the project, found from this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let buildFolder = root.appendingPathComponent(".build/debug")

  /// The environment of every run: no settings of the person who runs the tests.
  static func environment(_ extra: [String: String] = [:]) -> [String: String] {
    var values: [String: String] = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "TZ": "Asia/Ho_Chi_Minh", "KHAOSAT_FORMS": root.appendingPathComponent("forms").path,
    ]
    for (name, value) in extra { values[name] = value }
    return values
  }

  /// Runs the program to its end, in a folder when one is named.
  static func run(
    _ arguments: [String], input: String = "", environment extra: [String: String] = [:],
    through wrapper: [String] = [], in folder: String? = nil
  ) throws -> Result {
    let process = Process()
    let words = wrapper + [path] + arguments
    process.executableURL = URL(fileURLWithPath: words[0].contains("/") ? words[0] : "/usr/bin/env")
    process.arguments = words[0].contains("/") ? Array(words.dropFirst()) : words
    process.environment = environment(extra)
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let outputFile = try TemporaryFolder.file()
    let wordsFile = try TemporaryFolder.file()
    let inputFile = try TemporaryFolder.file(input)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: wordsFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    try process.run()
    process.waitUntilExit()
    defer { for file in [outputFile, wordsFile, inputFile] { try? FileManager.default.removeItem(at: file) } }
    return Result(
      exit: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      words: String(decoding: try Data(contentsOf: wordsFile), as: UTF8.self))
  }
}
