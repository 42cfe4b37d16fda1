internal import CZlib

/// Reads zip archives held in memory: stored and deflated entries, named by the central directory.
package struct ArchiveReader: Sendable {
  /// One file in the archive.
  package struct Entry: Sendable, Equatable {
    /// The name with `/` between folders.
    package let name: String
    /// Bytes after inflating, as the directory says.
    package let size: Int
    let compressedSize: Int
    let method: UInt16
    let checksum: UInt32
    let offset: Int
  }

  /// The entries in the order of the directory; folders are left out.
  package let entries: [Entry]
  private let bytes: [UInt8]
  private let limits: ArchiveLimits
  private let places: [String: Int]

  /// Opens an archive; directory, names and declared sizes are checked here.
  package init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveProblem) {
    guard bytes.count <= limits.size else { throw ArchiveProblem(.limit, ["size", String(limits.size)]) }
    self.bytes = bytes
    self.limits = limits
    entries = try Self.directory(bytes, limits)
    var places: [String: Int] = [:]
    var total = 0
    for (place, entry) in entries.enumerated() {
      guard places.updateValue(place, forKey: entry.name) == nil else { throw ArchiveProblem(.name, [entry.name]) }
      total += entry.size
    }
    guard total <= limits.totalSize else { throw ArchiveProblem(.limit, ["total", String(limits.totalSize)]) }
    self.places = places
  }

  /// Whether an entry exists.
  package func contains(_ name: String) -> Bool { places[name] != nil }

  /// The content of an entry, checked against size and checksum.
  package func content(of name: String) throws(ArchiveProblem) -> [UInt8] {
    guard let place = places[name] else { throw ArchiveProblem(.missing, [name]) }
    let entry = entries[place]
    let start = try dataStart(of: entry)
    let packed = bytes[start..<(start + entry.compressedSize)]
    let content: [UInt8]
    switch entry.method {
    case 0:
      guard entry.size == entry.compressedSize else { throw ArchiveProblem(.damaged, [name]) }
      content = Array(packed)
    case 8: content = try inflate(packed, to: entry.size, name: name)
    default: throw ArchiveProblem(.unsupported, [name])
    }
    let sum = content.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    guard content.isEmpty || UInt32(truncatingIfNeeded: sum) == entry.checksum else {
      throw ArchiveProblem(.damaged, [name])
    }
    return content
  }

  private func dataStart(of entry: Entry) throws(ArchiveProblem) -> Int {
    let fields = LittleEndian(bytes)
    guard fields.u32(entry.offset) == 0x0403_4B50, let nameLength = fields.u16(entry.offset + 26),
      let extraLength = fields.u16(entry.offset + 28)
    else { throw ArchiveProblem(.damaged, [entry.name]) }
    let start = entry.offset + 30 + Int(nameLength) + Int(extraLength)
    guard start + entry.compressedSize <= bytes.count else { throw ArchiveProblem(.damaged, [entry.name]) }
    return start
  }

  /// Inflates into exactly the declared size; one byte more or less is damage, so a lying header cannot grow memory.
  private func inflate(_ packed: ArraySlice<UInt8>, to size: Int, name: String) throws(ArchiveProblem) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ArchiveProblem(.damaged, [name])
    }
    defer { inflateEnd(&stream) }
    var isWhole = false
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
      packed.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(size + 1)
        isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && Int(stream.total_out) == size
        count = min(Int(stream.total_out), size)
      }
    }
    guard isWhole else { throw ArchiveProblem(.damaged, [name]) }
    return content
  }

  // MARK: - Directory

  private static func directory(_ bytes: [UInt8], _ limits: ArchiveLimits) throws(ArchiveProblem) -> [Entry] {
    let fields = LittleEndian(bytes)
    guard bytes.count >= 22, let end = endRecord(bytes, fields) else { throw ArchiveProblem(.notArchive) }
    guard fields.u16(end + 4) == 0, fields.u16(end + 6) == 0 else { throw ArchiveProblem(.unsupported, ["volumes"]) }
    guard let count = fields.u16(end + 10), let start = fields.u32(end + 16) else { throw ArchiveProblem(.notArchive) }
    guard count != 0xFFFF, start != 0xFFFF_FFFF else { throw ArchiveProblem(.unsupported, ["zip64"]) }
    guard Int(count) <= limits.entries else { throw ArchiveProblem(.limit, ["entries", String(limits.entries)]) }
    var place = Int(start)
    var entries: [Entry] = []
    for _ in 0..<Int(count) {
      let (entry, next) = try entry(at: place, bytes, fields, limits)
      place = next
      if !entry.name.hasSuffix("/") { entries.append(entry) }
    }
    return entries
  }

  private static func endRecord(_ bytes: [UInt8], _ fields: LittleEndian) -> Int? {
    var place = bytes.count - 22
    let lowest = max(0, bytes.count - 22 - 65_535)
    while place >= lowest {
      if fields.u32(place) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  private static func entry(
    at place: Int, _ bytes: [UInt8], _ fields: LittleEndian, _ limits: ArchiveLimits
  ) throws(ArchiveProblem) -> (Entry, Int) {
    guard fields.u32(place) == 0x0201_4B50, let flags = fields.u16(place + 8), let method = fields.u16(place + 10),
      let checksum = fields.u32(place + 16), let packed = fields.u32(place + 20), let size = fields.u32(place + 24),
      let nameLength = fields.u16(place + 28), let extra = fields.u16(place + 30),
      let comment = fields.u16(place + 32), let offset = fields.u32(place + 42),
      place + 46 + Int(nameLength) <= bytes.count
    else { throw ArchiveProblem(.damaged, ["directory"]) }
    let nameBytes = bytes[(place + 46)..<(place + 46 + Int(nameLength))]
    let name = String(decoding: nameBytes, as: UTF8.self)
    guard isSafe(name) else { throw ArchiveProblem(.name, [name]) }
    guard flags & 1 == 0 else { throw ArchiveProblem(.unsupported, [name]) }
    guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, offset != 0xFFFF_FFFF else {
      throw ArchiveProblem(.unsupported, ["zip64"])
    }
    guard Int(size) <= limits.entrySize else {
      throw ArchiveProblem(.limit, ["entry", String(limits.entrySize), name])
    }
    guard Int(size) <= 1 << 20 || Int(size) <= (Int(packed) + 1) * limits.ratio else {
      throw ArchiveProblem(.limit, ["ratio", String(limits.ratio), name])
    }
    let entry = Entry(
      name: name, size: Int(size), compressedSize: Int(packed), method: method, checksum: checksum,
      offset: Int(offset))
    return (entry, place + 46 + Int(nameLength) + Int(extra) + Int(comment))
  }

  private static func isSafe(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.utf8.contains(0) || name.utf8.contains(UInt8(ascii: "\\")) {
      return false
    }
    if name.utf8.count >= 2, name.utf8.dropFirst().first == UInt8(ascii: ":") { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }
}

/// Little-endian fields of a byte array; nil outside of it.
struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func u16(_ place: Int) -> UInt16? {
    guard place >= 0, place + 2 <= bytes.count else { return nil }
    return UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
  }

  func u32(_ place: Int) -> UInt32? {
    guard let low = u16(place), let high = u16(place + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }
}
