internal import Glibc

/// What the program may know of the machine: its identity, its name and its random numbers.
enum HostMachine {
  /// The system's machine id; empty when it has none. The store keeps only a hash of it.
  static var id: String {
    guard let bytes = try? HostFile.read("/etc/machine-id") else { return "" }
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  }

  /// The name that the system gives itself, proposed as the laptop's name.
  static var name: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "laptop" }
    let end = buffer.firstIndex(of: 0) ?? buffer.count
    return String(decoding: buffer[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A new random UUID, lower case.
  static func uuid() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text = ""
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      let digits = String(byte, radix: 16)
      text += digits.count == 1 ? "0" + digits : digits
    }
    return text
  }
}

extension HostMachine {
  /// The home folder of the person who runs the program.
  static var home: String { getenv("HOME").map { String(cString: $0) } ?? "/tmp" }

  /// A path as people type it, `~/` being their home folder.
  static func expanded(_ path: String) -> String { path.hasPrefix("~/") ? home + path.dropFirst(1) : path }
}
