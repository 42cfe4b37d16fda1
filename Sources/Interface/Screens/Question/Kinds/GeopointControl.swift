internal import Forms
internal import Messages

/// A point: latitude and longitude as a map or a phone shows them.
struct GeopointControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 40 }

  func hint(_ node: FormNode) -> FormPhrase? { .example("21.4148 106.2960") }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    guard !TypedText.trimmed(text).isEmpty else { return "" }
    guard let point = GeoText.point(text) else { throw TypedTextProblem(phrase: TypedProblem.point.phrase) }
    return point
  }
}

/// Places between the field and the answer.
enum GeoText {
  /// "21.4148 106.2960 0 0" from two to four numbers, whether a comma is the decimal sign or stands between them.
  static func point(_ text: String) -> String? {
    var parts = text.split { $0.isWhitespace || $0 == ";" }.map(String.init)
    let commas = text.filter { $0 == "," }.count
    if text.contains("."), commas > 0 {
      parts = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    } else {
      parts = parts.map { String($0.map { $0 == "," ? "." : $0 }) }
    }
    guard (2...4).contains(parts.count), parts.allSatisfy(isNumber), let latitude = Double(parts[0]),
      let longitude = Double(parts[1]), abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    return (parts + ["0", "0"]).prefix(4).joined(separator: " ")
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && digits.filter { $0 == "." }.count <= 1 && digits != "."
  }
}
