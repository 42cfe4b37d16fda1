internal import JSON

/// Cuts the stream in the clear into files.
struct SealUnpacker {
  private let path: String
  private var buffer: [UInt8] = []
  private var entry: (path: String, bytes: Int)?

  init(path: String) { self.path = path }

  /// Takes the next piece and writes the files that are complete.
  mutating func take(_ bytes: [UInt8], into target: inout any BatchTarget) throws(BatchProblem) {
    buffer += bytes
    var offset = 0
    while true {
      if let (name, count) = entry {
        guard buffer.count - offset >= count else { break }
        try target.put(name, Array(buffer[offset..<offset + count]))
        offset += count
        entry = nil
      } else {
        guard let feed = buffer[offset...].firstIndex(of: 0x0A) else { break }
        entry = try entry(Array(buffer[offset..<feed]))
        offset = feed + 1
      }
    }
    buffer.removeFirst(offset)
  }

  private func entry(_ line: [UInt8]) throws(BatchProblem) -> (path: String, bytes: Int) {
    guard let json = try? JSONValue(parsing: line), let name = json["path"]?.stringValue, BatchPath.isSafe(name),
      let count = json["bytes"]?.intValue, count >= 0
    else { throw .sealDamaged(path: path) }
    return (name, count)
  }

  /// Whether nothing is left over.
  func finish() throws(BatchProblem) {
    guard buffer.isEmpty, entry == nil else { throw .sealDamaged(path: path) }
  }
}
