/// Wall clock times as lines carry them: `2026-11-20T22:13:16.512Z`. For people to read; never an order.
package enum Timestamp {
  /// The 24 bytes of a time in milliseconds since 1970, years 0000 to 9999.
  package static func append(_ milliseconds: Int64, to bytes: inout [UInt8]) {
    let clamped = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    let days = clamped / 86_400_000 - (clamped % 86_400_000 < 0 ? 1 : 0)
    let rest = Int(clamped - days * 86_400_000)
    // Days to date after Howard Hinnant, "chrono-compatible low-level date algorithms".
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    append(year, digits: 4, "-", to: &bytes)
    append(month, digits: 2, "-", to: &bytes)
    append(day, digits: 2, "T", to: &bytes)
    append(rest / 3_600_000, digits: 2, ":", to: &bytes)
    append(rest / 60_000 % 60, digits: 2, ":", to: &bytes)
    append(rest / 1000 % 60, digits: 2, ".", to: &bytes)
    append(rest % 1000, digits: 3, "Z", to: &bytes)
  }

  /// A time as text.
  package static func text(_ milliseconds: Int64) -> String {
    var bytes: [UInt8] = []
    append(milliseconds, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads exactly the form that ``append(_:to:)`` writes.
  @inline(__always)
  package static func milliseconds(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    guard bytes.count == 24, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z"),
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2),
      let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
      let fraction = number(bytes, 20, 3), month >= 1, month <= 12, day >= 1, day <= 31
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = Int64(era * 146_097 + dayOfEra - 719_468)
    return days * 86_400_000 + Int64(((hour * 60 + minute) * 60 + second) * 1000 + fraction)
  }

  private static func append(_ value: Int, digits: Int, _ mark: StaticString, to bytes: inout [UInt8]) {
    if digits > 3 { bytes.append(UInt8(ascii: "0") + UInt8(value / 1000 % 10)) }
    if digits > 2 { bytes.append(UInt8(ascii: "0") + UInt8(value / 100 % 10)) }
    bytes.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    bytes.append(mark.utf8Start.pointee)
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
