internal import JSON
internal import Journal

/// Why a cache is of no use. Nobody is told: everything is read from the logs then.
enum CacheProblem: Error {
  /// It does not hold what it should.
  case content
}

/// Reads what ``CacheWriter`` wrote.
struct CacheReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var texts: [String] = []
  private var origins: [Origin] = []

  init(_ bytes: UnsafeRawBufferPointer) throws(CacheProblem) {
    self.bytes = bytes
    texts = try array { (reader) throws(CacheProblem) in try reader.text() }
    origins = try array { (reader) throws(CacheProblem) in
      Origin(device: try reader.text(), epoch: try reader.text())
    }
  }

  /// Whether everything was read.
  var isAtEnd: Bool { offset == bytes.count }

  @inline(__always)
  private mutating func take(_ count: Int) throws(CacheProblem) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - offset else { throw .content }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  @inline(__always)
  mutating func uint8() throws(CacheProblem) -> UInt8 { try take(1)[0] }

  mutating func bool() throws(CacheProblem) -> Bool {
    switch try uint8() {
    case 0: false
    case 1: true
    default: throw .content
    }
  }

  @inline(__always)
  mutating func uint32() throws(CacheProblem) -> UInt32 {
    UInt32(littleEndian: try take(4).loadUnaligned(as: UInt32.self))
  }

  @inline(__always)
  mutating func uint64() throws(CacheProblem) -> UInt64 {
    UInt64(littleEndian: try take(8).loadUnaligned(as: UInt64.self))
  }

  mutating func int64() throws(CacheProblem) -> Int64 { Int64(bitPattern: try uint64()) }

  mutating func int() throws(CacheProblem) -> Int { Int(try int64()) }

  /// A number of things of which each takes at least a byte.
  mutating func count() throws(CacheProblem) -> Int {
    let count = try int()
    guard count >= 0, count <= bytes.count - offset else { throw .content }
    return count
  }

  mutating func clock() throws(CacheProblem) -> HybridClock { HybridClock(raw: try uint64()) }

  mutating func hash() throws(CacheProblem) -> LineHash { LineHash(high: try uint64(), low: try uint64()) }

  mutating func text() throws(CacheProblem) -> String {
    String(decoding: try take(Int(try uint32())), as: UTF8.self)
  }

  mutating func blob() throws(CacheProblem) -> [UInt8] { Array(try take(try count())) }

  mutating func raw(_ count: Int) throws(CacheProblem) -> UnsafeRawBufferPointer { try take(count) }

  mutating func optional<Value>(
    _ body: (inout CacheReader) throws(CacheProblem) -> Value
  ) throws(CacheProblem) -> Value? {
    try bool() ? try body(&self) : nil
  }

  mutating func array<Value>(
    _ body: (inout CacheReader) throws(CacheProblem) -> Value
  ) throws(CacheProblem) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func shared() throws(CacheProblem) -> String {
    let number = Int(try uint32())
    guard number < texts.count else { throw .content }
    return texts[number]
  }

  mutating func origin() throws(CacheProblem) -> Origin {
    let number = Int(try uint32())
    guard number < origins.count else { throw .content }
    return origins[number]
  }

  mutating func key() throws(CacheProblem) -> EventKey {
    EventKey(clock: try clock(), origin: try origin(), number: try uint64(), hash: try hash())
  }

  mutating func event() throws(CacheProblem) -> Event {
    let key = try key()
    return Event(
      hash: key.hash, clock: key.clock, origin: key.origin, number: key.number, time: try int64(),
      kind: EventKind(try shared()), record: try optional { (reader) throws(CacheProblem) in try reader.text() },
      field: try optional { (reader) throws(CacheProblem) in try reader.text() }, body: LineBody(text: try text()))
  }

  mutating func value() throws(CacheProblem) -> JSONValue {
    switch try uint8() {
    case 0: .null
    case 1: .bool(false)
    case 2: .bool(true)
    case 3: .number(try text())
    case 4: .string(try text())
    case 5: .array(try array { (reader) throws(CacheProblem) in try reader.value() })
    case 6: .object(try object())
    default: throw .content
    }
  }

  mutating func object() throws(CacheProblem) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<(try count()) {
      let key = try shared()
      object[key] = try value()
    }
    return object
  }
}
