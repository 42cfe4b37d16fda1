internal import Vietnamese

/// Texts that must not be left anywhere, in whatever spelling: without regard to case, accents and punctuation; numbers
/// without what separates their digits and without the prefix of the country; names also by parts.
struct PersonalTexts: Sendable {
  private var exact: Set<String> = []
  private var folded: Set<String> = []
  private var parts: Set<String> = []
  private var numbers: Set<String> = []

  /// Shorter ones are found everywhere.
  private static let shortestText = 4
  private static let shortestNumber = 8
  private static let shortestPart = 5
  /// Longer texts are no names.
  private static let longestName = 6

  /// Adds a text; of a name, two or more of its words one behind the other tell as much.
  mutating func add(_ text: String, mayBeName: Bool) {
    guard text.count >= Self.shortestText else { return }
    exact.insert(text)
    let words = Self.words(text)
    let plain = words.joined(separator: " ")
    if plain.filter({ $0 != " " }).count >= Self.shortestText { folded.insert(plain) }
    if Self.isNumber(text) {
      let digits = Self.withoutPrefix(Self.digits(text))
      if digits.count >= Self.shortestNumber { numbers.insert(digits) }
    }
    guard mayBeName, 3...Self.longestName ~= words.count, words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else {
      return
    }
    for first in words.indices {
      for last in words.indices where last > first && last - first + 1 < words.count {
        let part = words[first...last].joined(separator: " ")
        if part.count > Self.shortestPart { parts.insert(" " + part + " ") }
      }
    }
  }

  /// Whether one of the texts is in another.
  func isIn(_ text: String) -> Bool {
    if exact.contains(where: { text.contains($0) }) { return true }
    let plain = Self.words(text).joined(separator: " ")
    if folded.contains(where: { plain.contains($0) }) { return true }
    if !parts.isEmpty, parts.contains(where: { (" " + plain + " ").contains($0) }) { return true }
    guard !numbers.isEmpty else { return false }
    return Self.runs(of: text).contains { run in numbers.contains { run.contains($0) } }
  }

  /// The words without case and accents.
  private static func words(_ text: String) -> [String] {
    text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }

  private static func isSeparator(_ character: Character) -> Bool { " .-()+/\u{A0}".contains(character) }

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && $0.isNumber || isSeparator($0) }
  }

  /// The digits of each stretch of digits and what separates them.
  private static func runs(of text: String) -> [String] {
    text.split { !($0.isASCII && $0.isNumber) && !isSeparator($0) }.map { digits(String($0)) }
      .filter { $0.count >= shortestNumber }
  }

  /// A telephone number is the same with +84, 0084 and 0.
  private static func withoutPrefix(_ digits: String) -> String {
    if digits.hasPrefix("0084") { return String(digits.dropFirst(4)) }
    if digits.hasPrefix("84"), digits.count >= 11 { return String(digits.dropFirst(2)) }
    return digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
  }
}
