import Foundation

/// A folder of a test's own, removed when the test lets go of it.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("khaosat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A path inside the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a text file inside the folder and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Every regular file below the folder, as paths relative to it, sorted.
  func files() -> [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).filter { name in
      var folder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: self.path(name), isDirectory: &folder)
      return !folder.boolValue
    }.sorted()
  }

  /// A lone temporary file with some text in it.
  static func file(_ text: String = "") throws -> URL {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("khaosat-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    return file
  }
}
