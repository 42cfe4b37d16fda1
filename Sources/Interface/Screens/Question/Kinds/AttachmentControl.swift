internal import Forms
internal import Messages

/// A file of this machine, named by its path; the program copies it beside the record.
struct AttachmentControl: TypedControl {
  func hint(_ node: FormNode) -> FormPhrase? { .attachPath }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    var path = TypedText.trimmed(text)
    for quote in ["\"", "'"] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
      path = String(path.dropFirst().dropLast())
    }
    return path.hasPrefix("file://") ? String(path.dropFirst(7)) : path
  }
}
