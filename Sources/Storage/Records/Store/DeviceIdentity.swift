internal import JSON
internal import Journal

/// Who this machine is: `device.json`.
package struct DeviceIdentity: Sendable, Equatable {
  /// Random, ten of 32 letters and digits.
  package var device: String
  /// Name people gave the machine.
  package var name: String
  /// Hash of the machine's own id: another one means the folder was copied to another machine.
  package var machine: String
  /// Epoch being written.
  package var epoch: String

  /// Letters without i, l, o and u, which are misread.
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// A new random device id: 50 bits.
  static func newDevice(_ random: @Sendable () -> UInt64) -> String {
    let bits = random()
    return String((0..<10).map { letters[Int(bits >> UInt64(5 * $0) & 31)] })
  }

  /// What is kept of a machine id: enough to compare, too little to know it.
  static func machineHash(_ id: String) -> String {
    id.isEmpty ? "" : String(ContentHash(of: Array(("khaosat " + id).utf8)).hex.prefix(16))
  }

  /// Reads the file; nil when there is none.
  static func read(_ path: String, _ system: FileSystem) throws(StoreProblem) -> DeviceIdentity? {
    let bytes: [UInt8]
    do throws(SystemFailure) { bytes = try system.contents(of: path) } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
    guard let object = (try? JSONValue(parsing: bytes))?.objectValue, let device = object["device"]?.stringValue,
      SegmentName.isName(device), let epoch = object["epoch"]?.stringValue, epoch.isEmpty || SegmentName.isName(epoch)
    else { throw .deviceFile(path) }
    return DeviceIdentity(
      device: device, name: object["name"]?.stringValue ?? "", machine: object["machine"]?.stringValue ?? "",
      epoch: epoch)
  }

  /// Writes the file whole.
  func write(_ path: String, _ system: FileSystem) throws(StoreProblem) {
    let object: JSONValue = [
      "v": 1, "device": .string(device), "name": .string(name), "machine": .string(machine), "epoch": .string(epoch),
    ]
    do throws(SystemFailure) { try system.replace(path, with: Array(object.pretty().utf8) + [0x0A]) } catch {
      throw .system(error)
    }
  }
}
