import Foundation

/// The Swift files of the project, found from the place of this file.
struct SourceTree {
  /// Folder that holds Package.swift.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file below `Sources/`, in the order of their paths.
  static let sources = files(below: "Sources")

  /// Every file below `Tests/`, in the order of their paths.
  static let tests = files(below: "Tests")

  private static func files(below folder: String) -> [SourceFile] {
    let start = root.appendingPathComponent(folder).resolvingSymlinksInPath()
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: start.path)) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let bytes = FileManager.default.contents(atPath: start.appendingPathComponent(name).path) else {
        return nil
      }
      return SourceFile(path: "\(folder)/\(name)", bytes: [UInt8](bytes))
    }
  }
}
