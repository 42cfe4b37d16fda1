internal import Forms
internal import Messages

/// A line or an area: points with a semicolon between them.
struct GeolineControl: TypedControl {
  func hint(_ node: FormNode) -> FormPhrase? { .example("21.41 106.29; 21.42 106.30") }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    var points: [String] = []
    for part in text.split(separator: ";") where !TypedText.trimmed(String(part)).isEmpty {
      guard let point = GeoText.point(String(part)) else { throw TypedTextProblem(phrase: TypedProblem.point.phrase) }
      points.append(point)
    }
    return points.joined(separator: "; ")
  }
}
