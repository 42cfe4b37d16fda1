/// The six tones, in the order in which dictionaries list them.
package enum Tone: UInt8, Sendable, Comparable, CaseIterable {
  /// No mark.
  case level
  /// Dấu huyền.
  case grave
  /// Dấu hỏi.
  case hook
  /// Dấu ngã.
  case tilde
  /// Dấu sắc.
  case acute
  /// Dấu nặng.
  case dot

  /// Compares in dictionary order.
  package static func < (left: Tone, right: Tone) -> Bool { left.rawValue < right.rawValue }
}

/// What makes a letter of its own out of a Latin base letter.
package enum LetterShape: UInt8, Sendable, CaseIterable {
  /// The base letter itself.
  case plain
  /// ă.
  case breve
  /// â, ê, ô.
  case circumflex
  /// ơ, ư.
  case horn
  /// đ.
  case stroke
}
