internal import Journal

extension OriginIndex {
  /// Whether a run of lines that begins with a number can simply be appended.
  func continues(with number: UInt64) -> Bool { number == UInt64(hashes.count) + 1 && others.isEmpty }

  /// Appends a run of lines that are chained to each other and follow those known.
  mutating func append(_ names: some Sequence<LineHash>) { hashes.append(contentsOf: names) }
}
