internal import Forms
internal import Journal
internal import Records

/// A form that is to be filled, and where it was found.
struct FoundForm {
  /// Where a form comes from.
  enum Origin {
    /// A folder or file of this machine, and the folder that no file it names may lie above.
    case files(path: String, root: String?)
    /// The archive of the store: another laptop brought it.
    case archive(ContentHash)
  }

  /// The form, checked.
  let form: CheckedForm
  /// Where it was found.
  let origin: Origin

  /// The definition as the store keeps it; its files are copied there when they are not yet.
  func kept(in store: Store) throws -> ContentHash {
    switch origin {
    case .files(let path, let root): try store.forms.add(try ArchivedForm.files(of: path, root: root))
    case .archive(let hash): hash
    }
  }
}
