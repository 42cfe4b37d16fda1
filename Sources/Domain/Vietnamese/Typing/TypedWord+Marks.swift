extension TypedWord {
  /// Lets a key act on the word.
  /// - Returns: False when it cannot, and the key is a letter.
  mutating func perform(_ action: TypingMethod.Action, key: Unicode.Scalar, number: Int) -> Bool {
    switch action {
    case .tone(let tone): setTone(tone, key: key, number: number)
    case .circumflex(let base): setCircumflex(base, key: key, number: number)
    case .hook(let breve, let horn): setHook(breve: breve, horn: horn, key: key, number: number)
    case .stroke: setStroke(key: key, number: number)
    }
  }

  private mutating func setTone(_ wanted: Tone, key: Unicode.Scalar, number: Int) -> Bool {
    let syllable = Syllable(letters)
    guard syllable.isPossible else { return false }
    if wanted == .level && tone == .level { return false }
    if wanted == tone {
      undo(toneKeys, key: key, number: number)
      tone = .level
      toneKeys = []
      return true
    }
    if syllable.isChecked && wanted != .acute && wanted != .dot && wanted != .level { return false }
    tone = wanted
    toneKeys.append(number)
    return true
  }

  private mutating func setCircumflex(_ base: Unicode.Scalar?, key: Unicode.Scalar, number: Int) -> Bool {
    let syllable = Syllable(letters)
    func isWanted(_ place: Int) -> Bool {
      base.map { $0 == letters[place].base } ?? ["a", "e", "o"].contains(letters[place].base)
    }
    if let marked = syllable.nucleus.last(where: { letters[$0].shape == .circumflex && isWanted($0) }) {
      clear([marked], key: key, number: number)
      // Three o make the oo of xoong and boong, which is a syllable like others.
      let after = Syllable(letters)
      let isDouble =
        after.nucleus.count == 2 && after.isPossible && letters[after.nucleus].allSatisfy { $0.base == "o" }
      if isDouble { isLiteral = false }
      return true
    }
    for place in syllable.nucleus.reversed() where isWanted(place) {
      var changed = letters
      changed[place].shape = .circumflex
      // The last mark wins: ươ becomes uô.
      if place > syllable.nucleus.lowerBound, changed[place - 1].isLetter("u", .horn) {
        changed[place - 1].shape = .plain
      }
      if accept(changed, owner: place, number: number) { return true }
    }
    return false
  }

  private mutating func setHook(breve: Bool, horn: Bool, key: Unicode.Scalar, number: Int) -> Bool {
    let syllable = Syllable(letters)
    if horn, let place = syllable.placeOfUO { return setHornOnUO(place, syllable, key: key, number: number) }
    let marked = syllable.nucleus.filter {
      breve && letters[$0].shape == .breve || horn && letters[$0].shape == .horn
    }
    if !marked.isEmpty {
      clear(marked, key: key, number: number)
      return true
    }
    // Open ua is ưa (mưa); before a consonant the general rule makes uă of it (khuắng).
    if horn && syllable.isOpenUA {
      var changed = letters
      changed[syllable.nucleus.lowerBound].shape = .horn
      changed[syllable.nucleus.lowerBound + 1].shape = .plain
      return accept(changed, owner: syllable.nucleus.lowerBound, number: number)
    }
    for place in syllable.nucleus.reversed() {
      var changed = letters
      switch letters[place].base {
      case "a" where breve: changed[place].shape = .breve
      case "o" where horn, "u" where horn: changed[place].shape = .horn
      default: continue
      }
      if accept(changed, owner: place, number: number) { return true }
    }
    return false
  }

  /// Both letters of "uo" take the horn at once, except in the open thuơ, huơ, khuơ.
  private mutating func setHornOnUO(
    _ place: Int, _ syllable: Syllable, key: Unicode.Scalar, number: Int
  ) -> Bool {
    if letters[place + 1].shape == .horn {
      clear([place, place + 1], key: key, number: number)
      return true
    }
    var changed = letters
    let isLast = place + 2 == letters.count
    let keepsU = isLast && ["th", "h", "kh"].contains(syllable.onset) && letters[place].shape != .horn
    changed[place].shape = keepsU ? .plain : .horn
    changed[place + 1].shape = .horn
    return accept(changed, owner: place + 1, number: number)
  }

  private mutating func setStroke(key: Unicode.Scalar, number: Int) -> Bool {
    guard let first = letters.first, first.literal == nil, first.base == "d" else { return false }
    if first.shape == .stroke {
      clear([0], key: key, number: number)
      return true
    }
    var changed = letters
    changed[0].shape = .stroke
    guard letters.count == 1 || Syllable(changed).isPossible else { return false }
    changed[0].keys.append(number)
    letters = changed
    return true
  }

  /// Takes changed letters when they are a possible syllable; the key then belongs to one of them.
  private mutating func accept(_ changed: [TypedLetter], owner: Int, number: Int) -> Bool {
    guard Syllable(changed).isPossible else { return false }
    letters = changed
    letters[owner].keys.append(number)
    return true
  }

  /// Takes the marks off again; the key, with those that it undoes, becomes a letter.
  private mutating func clear(_ places: [Int], key: Unicode.Scalar, number: Int) {
    var undone: [Int] = []
    for place in places {
      letters[place].shape = .plain
      undone += letters[place].keys.dropFirst()
      letters[place].keys = Array(letters[place].keys.prefix(1))
    }
    undo(undone, key: key, number: number)
  }

  private mutating func undo(_ undone: [Int], key: Unicode.Scalar, number: Int) {
    let letter = VietnameseLetter(key)
    letters.append(
      TypedLetter(
        letter: letter ?? VietnameseLetter(base: key), literal: letter == nil ? key : nil, keys: undone + [number]))
    isLiteral = true
  }

  /// Marks that only the next letter decides: ưo + n is ươn, huơ + n is hươn, ưa + n is uăn.
  mutating func completeAfterAppending() {
    guard !isLiteral else { return }
    let syllable = Syllable(letters)
    var changed = letters
    if let place = syllable.placeOfUO, place + 2 < letters.count {
      guard letters[place].shape == .horn || letters[place + 1].shape == .horn else { return }
      changed[place].shape = .horn
      changed[place + 1].shape = .horn
    } else if syllable.nucleus.count == 2, !syllable.isOpen, letters[syllable.nucleus.lowerBound].isLetter("u", .horn),
      letters[syllable.nucleus.lowerBound + 1].isLetter("a", .plain)
    {
      changed[syllable.nucleus.lowerBound].shape = .plain
      changed[syllable.nucleus.lowerBound + 1].shape = .breve
    } else {
      return
    }
    if Syllable(changed).isPossible { letters = changed }
  }
}
