/// A `${name}` or `${last-saved#name}` of an XLSForm text.
package struct NameReference: Sendable, Equatable {
  /// Where it stands in the text, in Unicode scalars, braces included.
  package let range: Range<Int>
  /// The name without spaces around it.
  package let name: String
  /// Whether it means the value of the record saved last.
  package let lastSaved: Bool
  /// Whether it stands between the quotes of a string literal.
  package let inLiteral: Bool
}

extension Formula {
  /// Finds every `${name}` of an expression or a label. Texts that are no reference are left alone.
  package static func references(in text: String) -> [NameReference] {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [NameReference] = []
    var quote: Unicode.Scalar?
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "$", place + 1 < scalars.count, scalars[place + 1] == "{",
        let end = scalars[place...].firstIndex(of: "}"),
        let reference = reference(scalars, place..<(end + 1), inLiteral: quote != nil)
      {
        found.append(reference)
        place = end + 1
        continue
      }
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      }
      place += 1
    }
    return found
  }

  private static func reference(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, inLiteral: Bool
  ) -> NameReference? {
    var inner = scalars[(range.lowerBound + 2)..<(range.upperBound - 1)]
    while inner.first == " " { inner.removeFirst() }
    while inner.last == " " { inner.removeLast() }
    let mark = Array("last-saved#".unicodeScalars)
    let lastSaved = inner.starts(with: mark)
    if lastSaved { inner = inner.dropFirst(mark.count) }
    guard let first = inner.first, Lexer.startsName(first),
      inner.dropFirst().allSatisfy({ Lexer.continuesName($0) || $0 == ":" })
    else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: inner)
    return NameReference(range: range, name: String(name), lastSaved: lastSaved, inLiteral: inLiteral)
  }
}
