package import Forms
package import Journal

/// What is wanted of a batch, and what comes from the surroundings.
package struct BatchOptions: Sendable {
  /// Which finished records are taken.
  package enum Selection: String, Sendable {
    /// Those that no earlier batch holds as they are now.
    case new
    /// All of them.
    case all
  }

  /// Which finished records are taken.
  package var selection: Selection
  /// Only records of this form.
  package var form: String?
  /// Whether answers marked as personal stay in. A batch for the office has them; one to be shared must not.
  package var includesPersonal = true
  /// Wall clock, milliseconds since 1970 UTC.
  package var now: Int64
  /// Minutes east of Greenwich, for the day in the name of the folder.
  package var zoneMinutes = 0
  /// Name and version of the program.
  package var application = "khaosat"
  /// Whether the manifest is signed with the key of this store, which is made when there is none yet.
  package var signs = true
  /// Whom to seal for; in the clear without.
  package var recipient: PublicKeys?
  /// Whom the batch is for, in words, as the journal notes it.
  package var audience = ""
  /// Whether CSV begins with the mark by which spreadsheets know UTF-8.
  package var byteOrderMark = true
  /// System calls for the target and the keys.
  package var fileSystem = FileSystem.live
  /// A form by the hash of its definition, read out of the store's archive. Without it columns come in the order of the
  /// answers, and nothing can be left out as personal.
  package var formLookup: @Sendable (String) -> CheckedForm? = { _ in nil }
  /// Told how many files of how many are written and read back.
  package var progress: @Sendable (Int, Int) -> Void = { _, _ in }

  /// The usual batch for the office at a time.
  package init(all: Bool = false, now: Int64) {
    selection = all ? .all : .new
    self.now = now
  }
}
