internal import Journal

/// A file of some device's log.
struct LogFile: Sendable, Equatable {
  /// Path from the store: what `verify` and damage print.
  let label: String
  /// Where it is.
  let path: String
  /// Device whose directory it lies in.
  let device: String
  /// Its name.
  let name: String

  /// Whether it lies below a folder.
  func isBelow(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }

  /// The directories of a store that hold logs: this device's, and the copies of its peers'.
  static let areas = ["data", "peers"]

  /// All logs of a store, this device's first.
  static func all(of store: String, _ system: FileSystem) throws(SystemFailure) -> [LogFile] {
    var files: [LogFile] = []
    for area in areas { files += try all(below: store, area, system) }
    return files
  }

  /// The logs below a directory that has one directory a device, in order of device and name.
  static func all(below root: String, _ area: String, _ system: FileSystem) throws(SystemFailure) -> [LogFile] {
    let directory = root + "/" + area
    var files: [LogFile] = []
    do throws(SystemFailure) {
      for device in try system.list(directory) where device.isDirectory && SegmentName.isName(device.name) {
        for entry in try system.list(directory + "/" + device.name) where !entry.isDirectory {
          // Half copies are named .part until they are whole.
          guard entry.name.hasSuffix(".jsonl") else { continue }
          let label = area + "/" + device.name + "/" + entry.name
          files.append(LogFile(label: label, path: root + "/" + label, device: device.name, name: entry.name))
        }
      }
    } catch {
      if !error.isMissing { throw error }
    }
    return files
  }
}
