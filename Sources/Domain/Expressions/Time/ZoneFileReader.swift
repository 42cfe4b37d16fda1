/// Reads the compiled zone files of the time zone database (TZif, RFC 9636).
struct ZoneFileReader {
  /// What a file says.
  struct Contents {
    var transitions: [Int64]
    var offsets: [Int32]
    var initial: Int32
    var footer: String
  }

  private struct Header {
    var version: UInt8
    var utcCount: Int
    var standardCount: Int
    var leapCount: Int
    var timeCount: Int
    var typeCount: Int
    var nameBytes: Int

    /// How many bytes the data after the header takes when a time takes `width` bytes.
    func dataSize(width: Int) -> Int {
      timeCount * width + timeCount + typeCount * 6 + nameBytes + leapCount * (width + 4) + standardCount + utcCount
    }
  }

  private let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the whole file; nil when it is damaged.
  mutating func read() -> Contents? {
    guard bytes.count < 1_000_000, let first = header() else { return nil }
    guard first.version >= UInt8(ascii: "2") else { return data(first, width: 4) }
    place += first.dataSize(width: 4)
    guard let second = header(), var contents = data(second, width: 8) else { return nil }
    if place < bytes.count, bytes[place] == 0x0A {
      let line = bytes[(place + 1)...].prefix { $0 != 0x0A }
      contents.footer = String(decoding: line, as: UTF8.self)
    }
    return contents
  }

  private mutating func header() -> Header? {
    guard place + 44 <= bytes.count, Array(bytes[place..<place + 4]) == Array("TZif".utf8) else { return nil }
    let version = bytes[place + 4]
    place += 20
    var counts: [Int] = []
    for _ in 0..<6 { counts.append(Int(number(4))) }
    guard counts.allSatisfy({ (0..<100_000).contains($0) }), counts[4] > 0 else { return nil }
    return Header(
      version: version, utcCount: counts[0], standardCount: counts[1], leapCount: counts[2], timeCount: counts[3],
      typeCount: counts[4], nameBytes: counts[5])
  }

  private mutating func data(_ header: Header, width: Int) -> Contents? {
    guard place + header.dataSize(width: width) <= bytes.count else { return nil }
    let end = place + header.dataSize(width: width)
    var transitions: [Int64] = []
    for _ in 0..<header.timeCount { transitions.append(number(width)) }
    let kinds = bytes[place..<place + header.timeCount].map(Int.init)
    place += header.timeCount
    var offsets: [Int32] = []
    for _ in 0..<header.typeCount {
      offsets.append(Int32(truncatingIfNeeded: number(4)))
      place += 2
    }
    place = end
    guard kinds.allSatisfy({ $0 < offsets.count }), zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    return Contents(transitions: transitions, offsets: kinds.map { offsets[$0] }, initial: offsets[0], footer: "")
  }

  private mutating func number(_ width: Int) -> Int64 {
    var value: UInt64 = 0
    for byte in bytes[place..<place + width] { value = value << 8 | UInt64(byte) }
    place += width
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }
}
