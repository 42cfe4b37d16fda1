/// Turns what a terminal sends (bytes and the keys that curses recognised) into keys.
package struct KeyDecoder: Equatable, Sendable {
  /// What arrived from the terminal.
  package enum Input: Equatable, Sendable {
    case byte(UInt8)
    case key(Key)
    case pasteBegin, pasteEnd
    /// Nothing more has arrived for now.
    case pause
    /// Nothing has arrived for so long that an unfinished character will not become whole.
    case silence
  }

  private var decoder = UTF8Decoder()
  private var escapeSeen = false
  private var sequence: EscapeSequence?
  /// An Escape was given as a key just now; the rest of a sequence may still come after it, all at once.
  private var escapeGiven = false
  private var pasted: String?
  private var afterReturn = false

  /// How many bytes one paste may bring; the rest is left out.
  package static let pasteLimit = 1 << 20

  /// A decoder at rest.
  package init() {}

  /// Whether the next `silence` could still bring a key.
  package var isWaiting: Bool { decoder.isWaiting || sequence != nil }

  /// The keys that an input completes, in order.
  package mutating func take(_ input: Input) -> [Key] {
    switch input {
    case .byte(let byte): return take(byte)
    case .key(let key):
      if pasted != nil { return [] }
      defer { escapeGiven = false }
      return settled() + [key]
    case .pasteBegin:
      let keys = settled()
      pasted = ""
      return keys
    case .pasteEnd:
      defer { pasted = nil }
      _ = decoder.giveUp()
      sequence = nil
      return pasted.map { [.paste($0)] } ?? []
    case .pause:
      // A sequence that has begun may arrive in pieces; a lone Escape is a key now.
      if let letter = sequence?.asLetter {
        sequence = nil
        return [letter]
      }
      guard escapeSeen else { return [] }
      escapeSeen = false
      escapeGiven = true
      return [.escape]
    case .silence:
      return settled()
    }
  }

  private mutating func take(_ byte: UInt8) -> [Key] {
    switch decoder.take(byte) {
    case .incomplete: return []
    case .invalid: return broken()
    case .invalidThenAgain: return broken() + take(byte)
    case .scalar(let scalar):
      if pasted != nil {
        paste(scalar)
        return endOfPaste() ?? []
      }
      if let keys = continuing(with: scalar) { return keys }
      return key(for: scalar)
    }
  }

  /// What a character means to a sequence that has begun or begins with it; nil when it has no part in one.
  private mutating func continuing(with scalar: Unicode.Scalar) -> [Key]? {
    guard var begun = sequence else {
      defer { escapeGiven = false }
      guard escapeSeen || escapeGiven, let begun = EscapeSequence(introducer: scalar, isLate: escapeGiven) else {
        return nil
      }
      escapeSeen = false
      sequence = begun
      return []
    }
    switch begun.take(scalar) {
    case .incomplete:
      sequence = begun
      return []
    case .complete(let input):
      sequence = nil
      guard let input else { return (begun.asLetter.map { [$0] + key(for: scalar) }) ?? [] }
      return take(input)
    case .broken:
      sequence = nil
      return nil
    }
  }

  private mutating func broken() -> [Key] {
    if pasted != nil {
      pasted?.unicodeScalars.append("\u{FFFD}")
      return []
    }
    return settled() + [.invalid]
  }

  /// Line ends become `\n`; a carriage return before a line feed is dropped with it.
  private mutating func paste(_ scalar: Unicode.Scalar) {
    guard let soFar = pasted, soFar.utf8.count < Self.pasteLimit else { return }
    defer { afterReturn = scalar == "\r" }
    if scalar == "\n", afterReturn { return }
    pasted?.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
  }

  /// The paste, when its end has arrived as plain bytes: the terminal's library gave up waiting for the rest of it.
  private mutating func endOfPaste() -> [Key]? {
    let mark = "\u{1B}[201~"
    guard let text = pasted, text.utf8.last == 0x7E, text.hasSuffix(mark) else { return nil }
    pasted = nil
    return [.paste(String(text.dropLast(mark.count)))]
  }

  /// The escape that was waiting, and the character that will not become whole. A sequence that breaks off is dropped;
  /// when only its first letter came, that was a key with Alt.
  private mutating func settled() -> [Key] {
    var keys: [Key] = []
    if let begun = sequence?.asLetter ?? sequence?.asAlt { keys.append(begun) }
    sequence = nil
    if escapeSeen { keys.append(.escape) }
    escapeSeen = false
    if decoder.giveUp() { keys.append(.invalid) }
    return keys
  }

  private mutating func key(for scalar: Unicode.Scalar) -> [Key] {
    let key: Key
    switch scalar.value {
    case 0x1B:
      if escapeSeen { return [.escape] }
      escapeSeen = true
      return []
    case 0x0D, 0x0A: key = escapeSeen ? .alt("\n") : .enter
    case 0x09: key = escapeSeen ? .backTab : .tab
    case 0x08, 0x7F: key = .backspace
    case 0x00: key = .control(" ")
    case 0x01...0x1A: key = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1C...0x1F: key = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x80...0x9F: key = .invalid
    default: key = escapeSeen ? .alt(Character(scalar)) : .character(Character(scalar))
    }
    let escapedKey = escapeSeen
    escapeSeen = false
    if escapedKey, case .alt = key { return [key] }
    if escapedKey, key == .backTab { return [key] }
    return escapedKey ? [.escape, key] : [key]
  }
}
