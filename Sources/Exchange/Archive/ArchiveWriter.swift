internal import CZlib

/// Writes zip archives: deflated where that is shorter, names in UTF-8, no time stamps, so that the same content gives
/// the same bytes.
package struct ArchiveWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// An empty archive.
  package init() {}

  /// Adds a file.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Self.deflated(content)
    let isDeflated = packed.map { $0.count < content.count } ?? false
    let body = isDeflated ? packed ?? content : content
    let checksum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    var fields: [UInt8] = []
    Self.append16(20, to: &fields)
    Self.append16(0x0800, to: &fields)
    Self.append16(isDeflated ? 8 : 0, to: &fields)
    // 1980-01-01 00:00, the earliest time that zip can say.
    Self.append16(0, to: &fields)
    Self.append16(0x0021, to: &fields)
    Self.append32(content.isEmpty ? 0 : UInt32(truncatingIfNeeded: checksum), to: &fields)
    Self.append32(UInt32(body.count), to: &fields)
    Self.append32(UInt32(content.count), to: &fields)
    Self.append16(UInt16(name.utf8.count), to: &fields)
    Self.append16(0, to: &fields)
    let offset = UInt32(bytes.count)
    Self.append32(0x0403_4B50, to: &bytes)
    bytes += fields
    bytes += Array(name.utf8)
    bytes += body
    Self.append32(0x0201_4B50, to: &directory)
    Self.append16(20, to: &directory)
    directory += fields
    // Comment length, disk, internal and external attributes.
    for _ in 0..<3 { Self.append16(0, to: &directory) }
    Self.append32(0, to: &directory)
    Self.append32(offset, to: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  package func finished() -> [UInt8] {
    var archive = bytes
    archive += directory
    Self.append32(0x0605_4B50, to: &archive)
    Self.append32(0, to: &archive)
    Self.append16(count, to: &archive)
    Self.append16(count, to: &archive)
    Self.append32(UInt32(directory.count), to: &archive)
    Self.append32(UInt32(bytes.count), to: &archive)
    Self.append16(0, to: &archive)
    return archive
  }

  private static func append16(_ value: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  private static func append32(_ value: UInt32, to bytes: inout [UInt8]) {
    append16(UInt16(truncatingIfNeeded: value), to: &bytes)
    append16(UInt16(truncatingIfNeeded: value >> 16), to: &bytes)
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
      return nil
    }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(content.count)))
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      content.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(bound)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = Int(stream.total_out)
      }
    }
    return isWhole ? packed : nil
  }
}
