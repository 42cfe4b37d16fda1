/// The byte level of the reader: finding, names, text with references. Offsets are byte offsets.
struct XMLScanner {
  let bytes: [UInt8]

  func problem(_ code: XMLProblemCode, at offset: Int, _ arguments: [String] = []) -> XMLProblem {
    var tracker = PositionTracker()
    return XMLProblem(code, at: tracker.position(of: offset, in: bytes), arguments)
  }

  /// Checks byte order mark, declaration and UTF-8; returns where the content begins.
  func prolog() throws(XMLProblem) -> Int {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4).contains(0) {
      throw problem(.encoding, at: 0, ["UTF-16"])
    }
    if matches("<?xml", at: start), let end = find("?>", from: start) {
      let declaration = string(start..<end)
      if let encoding = Self.declaredEncoding(declaration) {
        let known = ["utf-8", "utf8", "us-ascii", "ascii"]
        guard known.contains(encoding.lowercased()) else { throw problem(.encoding, at: start, [encoding]) }
      }
      try checkText(from: end)
      return end + 2
    }
    try checkText(from: start)
    return start
  }

  static func declaredEncoding(_ declaration: String) -> String? {
    let scalars = Array(declaration.utf8)
    let word = Array("encoding".utf8)
    guard scalars.count > word.count else { return nil }
    for start in 0..<(scalars.count - word.count) where Array(scalars[start..<(start + word.count)]) == word {
      let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
      guard let quote = scalars[start...].firstIndex(where: isQuote),
        let end = scalars[(quote + 1)...].firstIndex(of: scalars[quote])
      else { return nil }
      return String(decoding: scalars[(quote + 1)..<end], as: UTF8.self)
    }
    return nil
  }

  /// Refuses bytes that are not UTF-8 and control characters.
  private func checkText(from start: Int) throws(XMLProblem) {
    let bad = bytes.withUnsafeBufferPointer { buffer -> (offset: Int, code: XMLProblemCode)? in
      var index = start
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x80 {
          if byte < 0x20 && byte != 9 && byte != 10 && byte != 13 { return (index, .character) }
          index += 1
          continue
        }
        let length = Self.sequenceLength(buffer, index)
        if length == 0 { return (index, .invalidUTF8) }
        if byte == 0xEF && buffer[index + 1] == 0xBF && buffer[index + 2] >= 0xBE { return (index, .character) }
        index += length
      }
      return nil
    }
    if let bad { throw problem(bad.code, at: bad.offset, [String(bytes[bad.offset], radix: 16)]) }
  }

  /// The length of the UTF-8 sequence at a byte ≥ 0x80; 0 when it is none.
  static func sequenceLength(_ buffer: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = buffer[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + length <= buffer.count else { return 0 }
    let second = buffer[index + 1]
    switch first {
    case 0xE0: if second < 0xA0 { return 0 }
    case 0xED: if second > 0x9F { return 0 }
    case 0xF0: if second < 0x90 { return 0 }
    case 0xF4: if second > 0x8F { return 0 }
    default: break
    }
    for offset in 1..<length where buffer[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  // MARK: - Finding

  func skipSpace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 10 || bytes[index] == 13 || bytes[index] == 9 {
      index += 1
    }
    return index
  }

  func find(_ byte: UInt8, from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count && bytes[index] != byte { index += 1 }
      return index
    }
  }

  func find(_ text: StaticString, from start: Int) -> Int? {
    var index = start
    let first = text.utf8Start[0]
    while index < bytes.count {
      index = find(first, from: index)
      if matches(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  func matches(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return false }
    for offset in 0..<count where bytes[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  func skipComment(from start: Int) throws(XMLProblem) -> Int {
    guard let end = find("-->", from: start + 4) else { throw problem(.syntax, at: start, ["<!--"]) }
    return end + 3
  }

  func skipInstruction(from start: Int) throws(XMLProblem) -> Int {
    guard let end = find("?>", from: start + 2) else { throw problem(.syntax, at: start, ["<?"]) }
    return end + 2
  }

  // MARK: - Names and text

  /// The end of the name that begins here. Letters of every script are allowed, ASCII punctuation as XML says.
  func nameEnd(from start: Int) throws(XMLProblem) -> Int {
    var index = start
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    guard index > start, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]),
      bytes[start] != UInt8(ascii: "-"), bytes[start] != UInt8(ascii: ".")
    else { throw problem(.syntax, at: start, ["name"]) }
    return index
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"), 0x80...0xFF:
      return true
    default: return false
    }
  }

  func string(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  func split(_ qualified: String) -> XMLName {
    guard let colon = qualified.utf8.firstIndex(of: UInt8(ascii: ":")) else { return XMLName(qualified) }
    let local = qualified[qualified.index(after: colon)...]
    return XMLName(String(local), prefix: String(qualified[..<colon]))
  }

  /// Text as it stands (CDATA), line ends as LF.
  func literal(_ range: Range<Int>) throws(XMLProblem) -> String {
    guard bytes[range].contains(13) else { return string(range) }
    return try resolve(range, references: false, isAttribute: false)
  }

  /// Character data with references resolved.
  func text(_ range: Range<Int>) throws(XMLProblem) -> String {
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      !bytes[range].contains { $0 == UInt8(ascii: "&") || $0 == 13 }
    }
    return isPlain ? string(range) : try resolve(range, references: true, isAttribute: false)
  }

  /// An attribute value: references resolved, white space as spaces.
  func attributeValue(_ range: Range<Int>) throws(XMLProblem) -> String {
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { throw problem(.syntax, at: index, ["<"]) }
      if byte == UInt8(ascii: "&") || byte < 0x20 {
        return try resolve(range, references: true, isAttribute: true)
      }
    }
    return string(range)
  }

  private func resolve(_ range: Range<Int>, references: Bool, isAttribute: Bool) throws(XMLProblem) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 13 {
        output.append(isAttribute ? 0x20 : 10)
        if index + 1 < range.upperBound && bytes[index + 1] == 10 { index += 1 }
      } else if isAttribute && (byte == 10 || byte == 9) {
        output.append(0x20)
      } else if isAttribute && byte == UInt8(ascii: "<") {
        throw problem(.syntax, at: index, ["<"])
      } else if references && byte == UInt8(ascii: "&") {
        index = try reference(at: index, upTo: range.upperBound, into: &output)
        continue
      } else {
        output.append(byte)
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Resolves the reference at `&`; returns the offset behind `;`.
  private func reference(at start: Int, upTo limit: Int, into output: inout [UInt8]) throws(XMLProblem) -> Int {
    let end = find(UInt8(ascii: ";"), from: start)
    guard end < limit, end - start <= 12 else { throw problem(.entity, at: start, ["&"]) }
    let name = string((start + 1)..<end)
    switch name {
    case "lt": output.append(UInt8(ascii: "<"))
    case "gt": output.append(UInt8(ascii: ">"))
    case "amp": output.append(UInt8(ascii: "&"))
    case "quot": output.append(UInt8(ascii: "\""))
    case "apos": output.append(UInt8(ascii: "'"))
    default:
      guard name.utf8.first == UInt8(ascii: "#") else { throw problem(.entity, at: start, [name]) }
      let digits = name.dropFirst()
      let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let code, let scalar = Unicode.Scalar(code), Self.isAllowed(code) else {
        throw problem(.character, at: start, [name])
      }
      output.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
    return end + 1
  }

  private static func isAllowed(_ code: UInt32) -> Bool {
    code >= 0x20 && code != 0xFFFE && code != 0xFFFF || code == 9 || code == 10 || code == 13
  }
}
