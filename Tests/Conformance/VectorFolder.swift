import FoundationEssentials

/// Where the reference data lies that is not part of the project: `KHAOSAT_VECTORS`, or `shared/vectors` beside the
/// project. Tests that need it are skipped where it is absent.
enum VectorFolder {
  static let path: String? = {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["KHAOSAT_VECTORS"] { candidates.append(named) }
    var folder = URL(filePath: #filePath)
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      candidates.append(folder.appending(path: "shared/vectors").path)
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0) }
  }()

  static var exists: Bool { path != nil }

  /// The bytes of a file below the folder.
  static func bytes(_ name: String) -> [UInt8]? {
    path.flatMap { FileManager.default.contents(atPath: "\($0)/\(name)") }.map { Array($0) }
  }

  /// The lines of a file below the folder.
  static func lines(_ name: String) -> [[UInt8]] {
    (bytes(name) ?? []).split(separator: 0x0A).map { Array($0) }
  }
}
