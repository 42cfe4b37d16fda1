/// How marks and tones are typed on a keyboard that has none.
package enum TypingMethod: String, Sendable, CaseIterable {
  /// Telex without the keys `[` `]` and without a lone `w`: aa ee oo dd, w, and s f r x j z for tones.
  case telex
  /// VNI: digits behind the letter; 6 7 8 9 for marks, 1–5 and 0 for tones.
  case vni

  /// What a key may do.
  enum Action: Equatable {
    /// Sets a tone; level removes it.
    case tone(Tone)
    /// â ê ô; the base tells which letter, nil any.
    case circumflex(Unicode.Scalar?)
    /// ă, ơ, ư.
    case hook(breve: Bool, horn: Bool)
    /// đ.
    case stroke
  }

  /// What a key may do in this method, given in lower case; nil for keys that are letters only.
  func action(of key: Unicode.Scalar) -> Action? {
    switch self {
    case .telex: Self.telexActions[key]
    case .vni: Self.vniActions[key]
    }
  }

  private static let telexActions: [Unicode.Scalar: Action] = [
    "z": .tone(.level), "f": .tone(.grave), "r": .tone(.hook), "x": .tone(.tilde), "s": .tone(.acute),
    "j": .tone(.dot), "a": .circumflex("a"), "e": .circumflex("e"), "o": .circumflex("o"),
    "w": .hook(breve: true, horn: true), "d": .stroke,
  ]

  private static let vniActions: [Unicode.Scalar: Action] = [
    "0": .tone(.level), "2": .tone(.grave), "3": .tone(.hook), "4": .tone(.tilde), "1": .tone(.acute),
    "5": .tone(.dot), "6": .circumflex(nil), "7": .hook(breve: false, horn: true),
    "8": .hook(breve: true, horn: false), "9": .stroke,
  ]
}

/// Where the tone mark of open oa, oe, uy stands.
package enum ToneStyle: String, Sendable, CaseIterable {
  /// On the first vowel: hòa, khỏe, thúy.
  case old
  /// On the second vowel: hoà, khoẻ, thuý.
  case new
}
