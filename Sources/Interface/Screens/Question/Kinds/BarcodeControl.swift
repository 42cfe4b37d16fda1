internal import Forms

/// A code, typed or sent by a reader that types.
struct BarcodeControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 40 }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    TypedText.trimmed(text)
  }
}
