internal import Forms
internal import Messages
internal import Responses

/// A file of this machine, named by its path; the program copies it beside the record.
struct AttachmentControl: TypedControl {
  func hint(_ node: FormNode) -> FormPhrase? { .attachPath }

  /// The store names a file by 64 digits; eight are enough to see that two photos differ.
  func text(of value: String, node: FormNode) -> String {
    guard let dot = value.lastIndex(of: "."), value[..<dot].utf8.count == 64 else { return value }
    return value.prefix(8) + "…" + value[dot...]
  }

  func shown(_ item: Item, node: FormNode) -> String { text(of: item.value, node: node) }

  func replaces(_ node: FormNode) -> Bool { true }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    var path = TypedText.trimmed(text)
    for quote in ["\"", "'"] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
      path = String(path.dropFirst().dropLast())
    }
    return path.hasPrefix("file://") ? String(path.dropFirst(7)) : path
  }
}
