import Foundation
import Journal

/// The files and folders of a disk as values.
struct DiskImage: Hashable {
  var files: [String: [UInt8]] = [:]
  var folders: Set<String> = []

  /// Nothing.
  init() {}

  /// What lies below a folder now.
  init(reading root: String) {
    folders.insert(root)
    for name in FileManager.default.subpaths(atPath: root) ?? [] {
      let path = root + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        folders.insert(path)
      } else {
        files[path] = [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data())
      }
    }
  }

  /// Puts everything below another root; what has lost its folder is not there.
  func build(movingFrom root: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    for folder in folders.sorted() where folder != root && hasPlace(folder) {
      try FileManager.default.createDirectory(
        atPath: target + folder.dropFirst(root.count), withIntermediateDirectories: true)
    }
    for (path, bytes) in files where hasPlace(path) {
      try Data(bytes).write(to: URL(fileURLWithPath: target + path.dropFirst(root.count)))
    }
  }

  private func hasPlace(_ path: String) -> Bool {
    var parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    while !parent.isEmpty, folders.contains(where: { $0.hasPrefix(parent + "/") || $0 == parent }) {
      if !folders.contains(String(parent)) { return isAbove(String(parent)) }
      parent = parent[..<(parent.lastIndex(of: "/") ?? parent.startIndex)]
    }
    return parent.isEmpty || isAbove(String(parent))
  }

  /// Whether a folder holds the whole image.
  private func isAbove(_ path: String) -> Bool {
    folders.allSatisfy { $0.hasPrefix(path + "/") }
  }

  /// The valid lines of the logs below a folder.
  func lines(below folder: String) -> Set<[UInt8]> {
    var lines: Set<[UInt8]> = []
    for (path, bytes) in files where path.hasPrefix(folder + "/") && path.hasSuffix(".jsonl") && hasPlace(path) {
      bytes.withUnsafeBytes { buffer in
        SegmentScanner.scan(buffer) { scanned in
          if let view = scanned.view { lines.insert(Array(view.bytes)) }
        }
      }
    }
    return lines
  }
}
