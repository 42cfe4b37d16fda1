package import Journal

/// Whether a store was protected and its lock is gone. Going on would write in the clear what people believe sealed.
///
/// That wrapped keys are there says nothing by itself: they come with every exchange. Signing keys that lie sealed, and
/// sealed lines in a log of this folder's own, are written by a protected store only.
package enum LostLock {
  /// The file, from the store.
  package static let file = "keys/lock.json"
  private static let signingKeys = "keys/own.sealed"
  private static let wraps = "keys/wraps"
  /// How much of the end of a log is looked at.
  private static let tail = 1 << 16

  /// Whether it is so.
  package static func isLost(_ store: String, _ system: FileSystem = .live) -> Bool {
    guard !system.isPresent(store + "/" + file) else { return false }
    if system.isPresent(store + "/" + signingKeys) { return true }
    guard let wraps = try? system.list(store + "/" + wraps), !wraps.isEmpty else { return false }
    return ((try? LogFile.all(below: store, "data", system)) ?? []).reversed().contains { hasSealedLine($0, system) }
  }

  private static func hasSealedLine(_ file: LogFile, _ system: FileSystem) -> Bool {
    guard let size = try? system.status(file.path).size,
      let content = try? system.contents(of: file.path, from: max(0, size - tail))
    else { return false }
    var isSealed = false
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { if $0.view?.isSealed == true { isSealed = true } }
    }
    return isSealed
  }
}
