extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var view = unicodeScalars[...].drop { $0.properties.isWhitespace }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(String.UnicodeScalarView(view))
  }
}
