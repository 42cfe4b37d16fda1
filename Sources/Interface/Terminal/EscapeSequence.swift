/// A key that a terminal sends as several bytes after Escape, while they arrive: CSI (`[`) or SS3 (`O`). Those that are
/// not known are taken whole all the same, so that nothing of them is ever typed.
struct EscapeSequence: Equatable, Sendable {
  /// What a character led to.
  enum Step: Equatable {
    case incomplete
    /// The sequence is whole; nil when it means nothing here.
    case complete(KeyDecoder.Input?)
    /// The character is no part of it.
    case broken
  }

  private let isControl: Bool
  private let isLate: Bool
  private var parameters = ""

  /// More than any terminal sends; what goes on longer is no sequence.
  private static let limit = 64

  /// Begins with the character after Escape; nil when that begins no sequence.
  /// - Parameter isLate: whether the Escape came so long before that it was taken for a key.
  init?(introducer: Unicode.Scalar, isLate: Bool = false) {
    // Words begin with O, hardly any with a bracket: only that is still believed so late.
    guard introducer == "[" || introducer == "O" && !isLate else { return nil }
    isControl = introducer == "["
    self.isLate = isLate
  }

  /// The bracket that was typed when nothing of a sequence came with it: late, and alone or with a letter.
  var asLetter: Key? { isLate && parameters.isEmpty ? .character("[") : nil }

  /// The key with Alt that looks like the beginning of a sequence; nil when more has arrived.
  var asAlt: Key? { parameters.isEmpty ? .alt(isControl ? "[" : "O") : nil }

  /// Takes the next character.
  mutating func take(_ scalar: Unicode.Scalar) -> Step {
    // The Linux console's F1 to F5 are `[[A` to `[[E`.
    if isControl, parameters == "[" {
      return .complete(Self.consoleKeys[scalar].map(KeyDecoder.Input.key))
    }
    if isControl, parameters.isEmpty, scalar == "[" {
      parameters = "["
      return .incomplete
    }
    switch scalar.value {
    case 0x20...0x3F where parameters.utf8.count < Self.limit:
      parameters.unicodeScalars.append(scalar)
      return .incomplete
    case 0x40...0x7E: return .complete(isControl ? control(scalar) : single(scalar))
    default: return .broken
    }
  }

  private func control(_ final: Unicode.Scalar) -> KeyDecoder.Input? {
    if final == "~" {
      if parameters == "200" { return .pasteBegin }
      if parameters == "201" { return .pasteEnd }
      return Self.numbered[parameters].map(KeyDecoder.Input.key)
    }
    if ["1;5", "1;3", "5", "3"].contains(parameters) {
      if final == "C" { return .key(.wordRight) }
      if final == "D" { return .key(.wordLeft) }
    }
    guard parameters.isEmpty || parameters == "1" else { return nil }
    if final == "Z" { return .key(.backTab) }
    return Self.arrows[final].map(KeyDecoder.Input.key)
  }

  private func single(_ final: Unicode.Scalar) -> KeyDecoder.Input? {
    guard parameters.isEmpty else {
      // Some terminals write Control with an arrow in this form.
      guard parameters == "5" else { return nil }
      return final == "C" ? .key(.wordRight) : final == "D" ? .key(.wordLeft) : nil
    }
    if let key = Self.arrows[final] ?? Self.keypad[final] { return .key(key) }
    // The digits and signs of a numeric keypad in its application mode.
    guard (0x6A...0x79).contains(final.value), let sign = Unicode.Scalar(final.value - 0x40) else { return nil }
    return .key(.character(Character(sign)))
  }

  private static let arrows: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let keypad: [Unicode.Scalar: Key] = ["M": .enter, "X": .character("="), "I": .tab]

  private static let consoleKeys: [Unicode.Scalar: Key] = [
    "A": .function(1), "B": .function(2), "C": .function(3), "D": .function(4), "E": .function(5),
  ]

  private static let numbered: [String: Key] = [
    "1": .home, "7": .home, "4": .end, "8": .end, "2": .insert, "3": .delete, "5": .pageUp, "6": .pageDown,
    "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4), "15": .function(5),
    "17": .function(6), "18": .function(7), "19": .function(8), "20": .function(9), "21": .function(10),
    "23": .function(11), "24": .function(12),
  ]
}
