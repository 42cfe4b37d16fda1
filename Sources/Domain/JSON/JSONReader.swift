/// Reads one JSON value from bytes, strictly after RFC 8259, and refuses what is ambiguous: duplicate keys,
/// lone surrogates, bytes that are not UTF-8.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: JSONLimits
  private var index = 0
  private var count = 0

  /// Reads from bytes that outlive the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads the whole text as one value.
  mutating func read() throws(JSONProblem) -> JSONValue {
    guard bytes.count <= limits.bytes else { throw problem(.tooLong, at: limits.bytes) }
    // Windows editors put a byte order mark before UTF-8; RFC 8259 lets a reader ignore it.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    skipSpace()
    let value = try readValue(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw problem(.trailingText) }
    return value
  }

  private func problem(_ code: JSONProblemCode, at offset: Int? = nil) -> JSONProblem {
    let offset = offset ?? index
    let code = offset >= bytes.count && code == .unexpectedByte ? .unexpectedEnd : code
    return JSONProblem(code, at: offset, in: bytes)
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func readValue(depth: Int) throws(JSONProblem) -> JSONValue {
    guard index < bytes.count else { throw problem(.unexpectedEnd) }
    count += 1
    guard count <= limits.values else { throw problem(.tooLong) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return .object(try readObject(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try readArray(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try readNumber())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: throw problem(.unexpectedByte)
    }
  }

  private mutating func readWord(_ word: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else { throw problem(.unexpectedByte) }
      index += 1
    }
    return value
  }

  private mutating func readArray(depth: Int) throws(JSONProblem) -> [JSONValue] {
    guard depth <= limits.depth else { throw problem(.tooDeep) }
    index += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      skipSpace()
      elements.append(try readValue(depth: depth))
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw problem(.unexpectedByte) }
    }
  }

  private mutating func readObject(depth: Int) throws(JSONProblem) -> JSONObject {
    guard depth <= limits.depth else { throw problem(.tooDeep) }
    index += 1
    var members: [JSONMember] = []
    var seen: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return JSONObject() }
    // A journal line has a dozen members; growing step by step would copy them four times.
    members.reserveCapacity(depth == 1 ? 12 : 4)
    while true {
      skipSpace()
      let start = index
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw problem(.unexpectedByte) }
      let key = try readString()
      guard isNew(key, among: members, &seen) else { throw problem(.duplicateKey, at: start) }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem(.unexpectedByte) }
      skipSpace()
      members.append(JSONMember(key: key, value: try readValue(depth: depth)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return JSONObject(distinct: members) }
      guard take(UInt8(ascii: ",")) else { throw problem(.unexpectedByte) }
    }
  }

  /// Compares a short object key by key; a long one is given a set, so that time stays linear.
  private func isNew(_ key: String, among members: [JSONMember], _ seen: inout Set<String>) -> Bool {
    if members.count < 16 { return !members.contains { $0.key == key } }
    if seen.isEmpty { seen = Set(members.map(\.key)) }
    return seen.insert(key).inserted
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }
}

// MARK: - Numbers and strings

extension JSONReader {
  private mutating func readNumber() throws(JSONProblem) -> String {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try readDigits() }
    if take(UInt8(ascii: ".")) { try readDigits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try readDigits()
    }
    if index < bytes.count, isDigit(bytes[index]) { throw problem(.number) }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private mutating func readDigits() throws(JSONProblem) {
    guard index < bytes.count else { throw problem(.unexpectedEnd) }
    guard isDigit(bytes[index]) else { throw problem(.number) }
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
  }

  private mutating func readString() throws(JSONProblem) -> String {
    index += 1
    let start = index
    var buffer: [UInt8] = []
    var run = start
    var seen: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        let end = index
        index += 1
        if run == start { return try text(start..<end, isASCII: seen < 0x80) }
        buffer.append(contentsOf: bytes[run..<end])
        guard let text = String(validating: buffer, as: UTF8.self) else { throw problem(.encoding, at: start) }
        return text
      }
      guard byte >= 0x20 else { throw problem(.controlCharacter) }
      seen |= byte
      if byte == UInt8(ascii: "\\") {
        buffer.append(contentsOf: bytes[run..<index])
        try readEscape(into: &buffer)
        run = index
      } else {
        index += 1
      }
    }
    throw problem(.unexpectedEnd)
  }

  /// Text without escapes. ASCII, as all keys and codes are, needs no look at its encoding.
  private func text(_ range: Range<Int>, isASCII: Bool) throws(JSONProblem) -> String {
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    if isASCII { return String(decoding: slice, as: UTF8.self) }
    guard let text = String(validating: slice, as: UTF8.self) else { throw problem(.encoding, at: range.lowerBound) }
    return text
  }

  private mutating func readEscape(into buffer: inout [UInt8]) throws(JSONProblem) {
    let start = index
    index += 1
    guard index < bytes.count else { throw problem(.unexpectedEnd) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer.append(letter)
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"): buffer.append(contentsOf: String(Character(try readScalar(from: start))).utf8)
    default: throw problem(.escape, at: start)
    }
  }

  private mutating func readScalar(from start: Int) throws(JSONProblem) -> Unicode.Scalar {
    let first = try readUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw problem(.loneSurrogate, at: start) }
    index += 2
    let second = try readUnit(from: start)
    guard second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw problem(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func readUnit(from start: Int) throws(JSONProblem) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count else { throw problem(.unexpectedEnd) }
      switch bytes[index] {
      case let byte where isDigit(byte): unit = unit << 4 | UInt32(byte - UInt8(ascii: "0"))
      case let byte where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"):
        unit = unit << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case let byte where byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "F"):
        unit = unit << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw problem(.escape, at: start)
      }
      index += 1
    }
    return unit
  }
}

extension JSONValue {
  /// Reads one value from UTF-8 bytes.
  /// - Throws: ``JSONProblem`` with the first place that is wrong.
  package init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONProblem) {
    self = try bytes.withUnsafeBufferPointer { buffer throws(JSONProblem) -> JSONValue in
      var reader = JSONReader(buffer, limits: limits)
      return try reader.read()
    }
  }

  /// Reads one value from text.
  /// - Throws: ``JSONProblem`` with the first place that is wrong.
  package init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONProblem) {
    self = try JSONValue(parsing: Array(text.utf8), limits: limits)
  }
}
