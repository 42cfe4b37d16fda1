/// The rule of a zone for all times after its listed transitions: a POSIX TZ text such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable, Equatable {
  private enum Day: Sendable, Equatable {
    case julian(Int)
    case zeroBased(Int)
    case weekday(month: Int, week: Int, day: Int)
  }

  private struct Change: Sendable, Equatable {
    var day: Day
    var time: Int64
  }

  private let standard: Int32
  private let summer: Int32
  private let changes: [Change]

  /// Reads the text; nil when it is none.
  init?(posix text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard reader.skipName(), let offset = reader.time() else { return nil }
    standard = Int32(clamping: -offset)
    guard !reader.isAtEnd else {
      summer = standard
      changes = []
      return
    }
    guard reader.skipName() else { return nil }
    if !reader.isAtEnd, !reader.take(",") {
      guard let offset = reader.time(), reader.take(",") else { return nil }
      summer = Int32(clamping: -offset)
    } else {
      summer = standard + 3600
    }
    guard let begin = reader.change(), reader.take(","), let end = reader.change(), reader.isAtEnd else { return nil }
    changes = [begin, end]
  }

  /// Seconds to add to UTC for local time.
  func offset(at utcSeconds: Int64) -> Int32 {
    guard changes.count == 2 else { return standard }
    let local = utcSeconds + Int64(standard)
    let year = CivilDate(days: Int(CivilDate.floorDivide(local, 86_400))).year
    let begin = Self.start(changes[0], year) - Int64(standard)
    let end = Self.start(changes[1], year) - Int64(summer)
    let isSummer =
      begin < end
      ? utcSeconds >= begin && utcSeconds < end
      : utcSeconds >= begin || utcSeconds < end
    return isSummer ? summer : standard
  }

  /// When a change happens in a year, in local seconds since 1970.
  private static func start(_ change: Change, _ year: Int) -> Int64 {
    let newYear = CivilDate(year: year, month: 1, day: 1).days
    let day: Int
    switch change.day {
    case .zeroBased(let number): day = newYear + number
    case .julian(let number):
      day = newYear + number - 1 + (CivilDate.isLeap(year) && number > 59 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = CivilDate(year: year, month: month, day: 1)
      var number = 1 + (weekday - first.weekday + 7) % 7 + (week - 1) * 7
      while number > CivilDate.length(ofMonth: month, in: year) { number -= 7 }
      day = CivilDate(year: year, month: month, day: number).days
    }
    return Int64(day) * 86_400 + change.time
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    var isAtEnd: Bool { place >= bytes.count }

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }

    mutating func skipName() -> Bool {
      let start = place
      if take("<") {
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
        return take(">")
      }
      while place < bytes.count, (bytes[place] | 0x20) >= UInt8(ascii: "a"), (bytes[place] | 0x20) <= UInt8(ascii: "z")
      {
        place += 1
      }
      return place > start
    }

    mutating func number() -> Int? {
      let start = place
      var value = 0
      while place < bytes.count, (0x30...0x39).contains(bytes[place]), place - start < 6 {
        value = value * 10 + Int(bytes[place] - 0x30)
        place += 1
      }
      return place > start ? value : nil
    }

    /// Reads `[+-]hh[:mm[:ss]]` as seconds.
    mutating func time() -> Int64? {
      let isNegative = take("-")
      if !isNegative { _ = take("+") }
      guard let hours = number() else { return nil }
      var seconds = Int64(hours) * 3600
      if take(":") {
        guard let minutes = number() else { return nil }
        seconds += Int64(minutes) * 60
        if take(":") {
          guard let rest = number() else { return nil }
          seconds += Int64(rest)
        }
      }
      return isNegative ? -seconds : seconds
    }

    mutating func change() -> Change? {
      let day: Day
      if take("M") {
        guard let month = number(), take("."), let week = number(), take("."), let weekday = number(),
          (1...12).contains(month), (1...5).contains(week), (0...6).contains(weekday)
        else { return nil }
        day = .weekday(month: month, week: week, day: weekday)
      } else if take("J") {
        guard let number = number(), (1...365).contains(number) else { return nil }
        day = .julian(number)
      } else {
        guard let number = number(), (0...365).contains(number) else { return nil }
        day = .zeroBased(number)
      }
      guard take("/") else { return Change(day: day, time: 7200) }
      guard let time = time() else { return nil }
      return Change(day: day, time: time)
    }
  }
}
