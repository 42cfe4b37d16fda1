internal import Journal

extension OriginIndex {
  /// Writes the names of all lines.
  func write(to writer: inout CacheWriter) {
    writer.put(hashes.count)
    #if _endian(little)
      hashes.withUnsafeBytes { writer.put(raw: $0) }
    #else
      for hash in hashes { writer.put(hash) }
    #endif
    writer.put(others.sorted { $0.key < $1.key }) { writer, entry in
      writer.put(entry.key)
      writer.put(entry.value) { $0.put($1) }
    }
  }

  /// Reads what was written.
  init(_ origin: Origin, from reader: inout CacheReader) throws(CacheProblem) {
    self.init(origin)
    let count = try reader.count()
    #if _endian(little)
      let bytes = try reader.raw(count * MemoryLayout<LineHash>.stride)
      hashes = [LineHash](unsafeUninitializedCapacity: count) { buffer, taken in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        taken = count
      }
    #else
      hashes.reserveCapacity(count)
      for _ in 0..<count { hashes.append(try reader.hash()) }
    #endif
    for _ in 0..<(try reader.count()) {
      let number = try reader.uint64()
      others[number] = try reader.array { (reader) throws(CacheProblem) in try reader.hash() }
    }
  }
}
