import Foundation

/// A disk that remembers which of its content would survive a loss of power: bytes that were synced, and names whose
/// folder was synced. Everything else may be there, or not, or in part.
struct CrashDisk {
  private struct File {
    var bytes: [UInt8]
    var synced: Int
  }

  private enum Change {
    case file(path: String, number: Int)
    case folder(String)
    case move(from: String, to: String)
    case remove(String)

    var parent: String {
      switch self {
      case .file(let path, _), .folder(let path), .move(_, let path), .remove(let path):
        (path as NSString).deletingLastPathComponent
      }
    }
  }

  private struct Names {
    var files: [String: Int] = [:]
    var folders: Set<String> = []

    mutating func apply(_ change: Change) {
      switch change {
      case .file(let path, let number): files[path] = number
      case .folder(let path): folders.insert(path)
      case .remove(let path):
        files[path] = nil
        folders.remove(path)
      case .move(let from, let to):
        if let number = files.removeValue(forKey: from) {
          files[to] = number
          return
        }
        for (path, number) in files where path.hasPrefix(from + "/") {
          files[path] = nil
          files[to + path.dropFirst(from.count)] = number
        }
        for path in folders where path == from || path.hasPrefix(from + "/") {
          folders.remove(path)
          folders.insert(to + path.dropFirst(from.count))
        }
      }
    }
  }

  /// What becomes of names that were not synced.
  enum NameLoss: CaseIterable { case none, all, half }
  /// What becomes of bytes that were not synced.
  enum DataLoss: CaseIterable { case none, all, torn, zeros }

  private let root: String
  private var files: [File] = []
  private var names = Names()
  private var safe = Names()
  private var pending: [Change] = []
  private var openFiles: [Int32: Int] = [:]
  private var openFolders: [Int32: String] = [:]

  /// A disk on which everything is safe.
  init(_ image: DiskImage, root: String) {
    self.root = root
    names.folders = image.folders
    for (path, bytes) in image.files {
      names.files[path] = files.count
      files.append(File(bytes: bytes, synced: bytes.count))
    }
    safe = names
  }

  /// Whether a call changes what may survive.
  mutating func apply(_ call: DiskCall) -> Bool {
    switch call {
    case .open(let path, let creates, let empties, let descriptor):
      return open(path, creates: creates, empties: empties, descriptor)
    case .write(let descriptor, let bytes):
      guard let number = openFiles[descriptor] else { return false }
      files[number].bytes += bytes
    case .sync(let descriptor):
      if let number = openFiles[descriptor] {
        files[number].synced = files[number].bytes.count
      } else if let folder = openFolders[descriptor] {
        for change in pending where change.parent == folder { safe.apply(change) }
        pending.removeAll { $0.parent == folder }
      } else {
        return false
      }
    case .rename(let from, let to): change(.move(from: from, to: to))
    case .folder(let path): change(.folder(path))
    case .remove(let path): change(.remove(path))
    case .print: return false
    }
    return true
  }

  private mutating func open(_ path: String, creates: Bool, empties: Bool, _ descriptor: Int32) -> Bool {
    openFiles[descriptor] = nil
    openFolders[descriptor] = nil
    guard path == root || path.hasPrefix(root + "/") else { return false }
    if names.folders.contains(path) {
      openFolders[descriptor] = path
      return false
    }
    if let number = names.files[path] {
      openFiles[descriptor] = number
      guard empties else { return false }
      files[number] = File(bytes: [], synced: 0)
      return true
    }
    guard creates else { return false }
    openFiles[descriptor] = files.count
    change(.file(path: path, number: files.count))
    files.append(File(bytes: [], synced: 0))
    return true
  }

  private mutating func change(_ change: Change) {
    names.apply(change)
    pending.append(change)
  }

  /// What may lie there after the power was cut now.
  func image(names nameLoss: NameLoss, data: DataLoss) -> DiskImage {
    var left = safe
    let kept =
      switch nameLoss {
      case .none: pending.count
      case .all: 0
      case .half: (pending.count + 1) / 2
      }
    for change in pending.prefix(kept) { left.apply(change) }
    var image = DiskImage()
    image.folders = left.folders
    for (path, number) in left.files {
      let file = files[number]
      let rest = file.bytes.count - file.synced
      switch data {
      case .none: image.files[path] = file.bytes
      case .all: image.files[path] = Array(file.bytes.prefix(file.synced))
      case .torn: image.files[path] = Array(file.bytes.prefix(file.synced + rest / 2))
      case .zeros: image.files[path] = file.bytes.prefix(file.synced) + [UInt8](repeating: 0, count: rest)
      }
    }
    return image
  }
}
