internal import Journal

/// The keys that may travel: team keys wrapped for laptops, and the public keys of laptops. They are files named by their
/// content, so what is not there yet is copied, and half a copy is known as such.
struct TravellingKeys {
  let system: FileSystem

  private static let folders = ["keys/wraps", "keys/laptops"]
  private static let greatestLength = 1 << 14

  /// Copies what is not there yet and tells how many files that were. What cannot be read or written comes next time.
  func copy(from: String, to: String) -> Int {
    var count = 0
    for folder in Self.folders {
      guard let entries = try? system.list(from + "/" + folder), !entries.isEmpty else { continue }
      let there = Set(((try? system.list(to + "/" + folder)) ?? []).map(\.name))
      for entry in entries where !entry.isDirectory && !there.contains(entry.name) {
        guard let content = try? system.contents(of: from + "/" + folder + "/" + entry.name),
          content.count <= Self.greatestLength,
          entry.name == ContentHash(of: content).hex.prefix(32) + ".json"
        else { continue }
        do throws(SystemFailure) {
          try system.makeDirectories(to + "/" + folder)
          try system.replace(to + "/" + folder + "/" + entry.name, with: content)
          count += 1
        } catch { continue }
      }
    }
    return count
  }
}
