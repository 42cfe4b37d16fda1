package import Expressions

/// A file of the folder from which answers are picked.
package struct InboxFile: Equatable, Sendable {
  /// Its name in the folder.
  package var name: String
  /// Its size in bytes.
  package var bytes: Int
  /// When it was last changed: for a photo, when it was taken or copied.
  package var changed: Moment

  /// Joins the parts.
  package init(name: String, bytes: Int, changed: Moment) {
    self.name = name
    self.bytes = bytes
    self.changed = changed
  }
}
