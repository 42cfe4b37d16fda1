import Foundation

/// One call of a recorded run that changes a disk, or that tells the world something.
enum DiskCall {
  case open(path: String, creates: Bool, empties: Bool, descriptor: Int32)
  case write(descriptor: Int32, bytes: [UInt8])
  case sync(descriptor: Int32)
  case rename(from: String, to: String)
  case folder(path: String)
  case remove(path: String)
  /// Something was printed: from here on what was written counts as acknowledged.
  case print

  /// The calls that are recorded.
  static let names =
    "openat,write,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat,close,ftruncate,unlink,unlinkat,rmdir"

  /// Reads what `strace -f -xx -s 300000 -o FILE` wrote.
  static func list(_ trace: String) -> [DiskCall] {
    var unfinished: [Substring: Substring] = [:]
    var calls: [DiskCall] = []
    for line in trace.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let thread = line[..<space]
      var text = line[space...].drop { $0 == " " }
      if let cut = text.range(of: " <unfinished ...>") {
        unfinished[thread] = text[..<cut.lowerBound]
        continue
      }
      if text.hasPrefix("<... "), let end = text.range(of: "resumed>") {
        text = (unfinished.removeValue(forKey: thread) ?? "") + text[end.upperBound...]
      }
      if let call = parse(text) { calls.append(call) }
    }
    return calls
  }

  private static func parse(_ text: Substring) -> DiskCall? {
    guard let bracket = text.firstIndex(of: "("), let equals = text.range(of: " = ", options: .backwards),
      let result = Int(text[equals.upperBound...].prefix { $0 == "-" || $0.isNumber }), result >= 0
    else { return nil }
    let arguments = text[text.index(after: bracket)..<equals.lowerBound]
    let strings = arguments.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { bytes($0.element) }
    let paths = strings.map { String(decoding: $0, as: UTF8.self) }
    let descriptor = Int32(arguments.prefix { $0.isNumber }) ?? -1
    switch text[..<bracket] {
    case "openat":
      guard let path = paths.first else { return nil }
      return .open(
        path: path, creates: arguments.contains("O_CREAT"), empties: arguments.contains("O_TRUNC"),
        descriptor: Int32(result))
    case "write":
      guard let content = strings.first else { return nil }
      if descriptor == 1 { return .print }
      return .write(descriptor: descriptor, bytes: Array(content.prefix(result)))
    case "fsync", "fdatasync": return .sync(descriptor: descriptor)
    case "rename", "renameat", "renameat2":
      return paths.count == 2 ? .rename(from: paths[0], to: paths[1]) : nil
    case "mkdir", "mkdirat": return paths.first.map { .folder(path: $0) }
    case "unlink", "unlinkat", "rmdir": return paths.first.map { .remove(path: $0) }
    default: return nil
    }
  }

  /// `\x2f\x74` as bytes.
  private static func bytes(_ text: Substring) -> [UInt8] {
    text.split(separator: "\\x").compactMap { UInt8($0, radix: 16) }
  }
}
