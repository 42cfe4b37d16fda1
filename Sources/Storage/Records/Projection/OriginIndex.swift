internal import Journal

/// Which lines of one device and epoch are known: what makes taking the same line twice harmless, and shows forks.
struct OriginIndex: Sendable {
  /// What a line is to those known already.
  enum Admission { case new, known, forked }

  let origin: Origin
  /// Names by number less one; zero where a line is missing.
  var hashes: [LineHash] = []
  /// Further lines of a number that has one already, and lines far beyond the others.
  var others: [UInt64: [LineHash]] = [:]

  init(_ origin: Origin) { self.origin = origin }

  /// A number that is so far ahead is not made room for.
  private static let reach: UInt64 = 1 << 20

  /// Notes a line.
  mutating func admit(_ number: UInt64, _ hash: LineHash) -> Admission {
    let count = UInt64(hashes.count)
    if number == count + 1 {
      hashes.append(hash)
      return .new
    }
    if number <= count {
      let there = hashes[Int(number - 1)]
      if there == hash { return .known }
      if there == .zero {
        hashes[Int(number - 1)] = hash
        return .new
      }
      return admitOther(number, hash) ? .forked : .known
    }
    if number - count < Self.reach {
      hashes.append(contentsOf: repeatElement(.zero, count: Int(number - count - 1)))
      hashes.append(hash)
      return .new
    }
    return admitOther(number, hash) ? .new : .known
  }

  private mutating func admitOther(_ number: UInt64, _ hash: LineHash) -> Bool {
    if others[number]?.contains(hash) == true { return false }
    others[number, default: []].append(hash)
    return true
  }

  /// Whether a line is known.
  func knows(_ number: UInt64, _ hash: LineHash) -> Bool {
    if number >= 1, number <= UInt64(hashes.count), hashes[Int(number - 1)] == hash { return true }
    return others[number]?.contains(hash) == true
  }

  /// The lines known of a number.
  func names(of number: UInt64) -> [LineHash] {
    let first = number >= 1 && number <= UInt64(hashes.count) ? [hashes[Int(number - 1)]] : []
    return first.filter { $0 != .zero } + (others[number] ?? [])
  }

  /// Whether a line may follow: the one before is unknown, or it is the one named.
  func follows(_ number: UInt64, _ previous: LineHash) -> Bool {
    guard number > 1 else { return previous == .zero }
    guard number - 1 <= UInt64(hashes.count) else { return true }
    let before = hashes[Int(number - 2)]
    return before == previous || before == .zero || others[number - 1]?.contains(previous) == true
  }
}
