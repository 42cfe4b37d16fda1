internal import JSON
internal import Journal

/// Writes values one behind the other, little-endian. Texts that occur again and again are written once.
struct CacheWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String] = []
  private var numbers: [String: UInt32] = [:]
  private var origins: [Origin] = []
  private var originNumbers: [Origin: UInt32] = [:]

  mutating func put(_ value: UInt8) { bytes.append(value) }

  mutating func put(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func put(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func put(_ value: Int64) { put(UInt64(bitPattern: value)) }

  mutating func put(_ value: Int) { put(Int64(value)) }

  mutating func put(_ value: HybridClock) { put(value.raw) }

  mutating func put(_ value: LineHash) {
    put(value.high)
    put(value.low)
  }

  mutating func put(_ value: String) {
    var value = value
    value.withUTF8 { text in
      put(UInt32(text.count))
      bytes.append(contentsOf: text)
    }
  }

  mutating func put(_ value: [UInt8]) {
    put(value.count)
    bytes.append(contentsOf: value)
  }

  /// Bytes of numbers that lie in memory as they are written.
  mutating func put(raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

  mutating func put<Value>(_ value: Value?, _ body: (inout CacheWriter, Value) -> Void) {
    put(value != nil)
    if let value { body(&self, value) }
  }

  mutating func put<Values: Collection>(_ values: Values, _ body: (inout CacheWriter, Values.Element) -> Void) {
    put(values.count)
    for value in values { body(&self, value) }
  }

  /// A text that others share.
  mutating func share(_ value: String) {
    if let number = numbers[value] { return put(number) }
    let number = UInt32(texts.count)
    texts.append(value)
    numbers[value] = number
    put(number)
  }

  mutating func put(_ value: Origin) {
    if let number = originNumbers[value] { return put(number) }
    let number = UInt32(origins.count)
    origins.append(value)
    originNumbers[value] = number
    put(number)
  }

  mutating func put(_ value: EventKey) {
    put(value.clock)
    put(value.origin)
    put(value.number)
    put(value.hash)
  }

  mutating func put(_ value: Event) {
    put(value.key)
    put(value.time)
    share(value.kind.name)
    put(value.record) { $0.put($1) }
    put(value.field) { $0.put($1) }
    put(value.body.text)
  }

  mutating func put(_ value: JSONValue) {
    switch value {
    case .null: put(UInt8(0))
    case .bool(let value): put(UInt8(value ? 2 : 1))
    case .number(let literal):
      put(UInt8(3))
      put(literal)
    case .string(let text):
      put(UInt8(4))
      put(text)
    case .array(let elements):
      put(UInt8(5))
      put(elements) { $0.put($1) }
    case .object(let object):
      put(UInt8(6))
      put(object)
    }
  }

  mutating func put(_ value: JSONObject) {
    put(value) { writer, member in
      writer.share(member.key)
      writer.put(member.value)
    }
  }

  /// Everything, the shared texts and origins before what speaks of them.
  consuming func finished() -> [UInt8] {
    var head = CacheWriter()
    head.put(texts) { $0.put($1) }
    head.put(origins) { writer, origin in
      writer.put(origin.device)
      writer.put(origin.epoch)
    }
    return head.bytes + bytes
  }
}
