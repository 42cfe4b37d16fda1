package import Messages

/// What an exchange through a folder brought and took.
package struct ExchangeSummary: Equatable, Sendable {
  /// How many of a kind went into the folder and came out of it.
  package struct Flow: Equatable, Sendable {
    /// How many the folder did not have.
    package var sent: Int
    /// How many were new here.
    package var received: Int

    /// Joins the two.
    package init(sent: Int = 0, received: Int = 0) {
      self.sent = sent
      self.received = received
    }
  }

  /// A copy in the folder that is damaged; what is whole of it was taken.
  package struct Damaged: Equatable, Sendable {
    /// The file and the line.
    package var place: String
    /// What is wrong there.
    package var problem: ProblemPhrase

    /// Joins the two.
    package init(place: String, problem: ProblemPhrase) {
      self.place = place
      self.problem = problem
    }
  }

  /// The folder.
  package var folder: String
  /// Lines of journals.
  package var lines: Flow
  /// Records that are new here.
  package var records: Int
  /// Attachments.
  package var attachments: Flow
  /// Form definitions.
  package var forms: Flow
  /// The names of the other laptops that have a place in the folder.
  package var laptops: [String]
  /// The names of records in which two laptops answered a question differently.
  package var conflicts: [String]
  /// How many records are sealed with keys that are not here.
  package var locked = 0
  /// What is damaged in the folder.
  package var damaged: [Damaged]

  /// Joins the parts.
  package init(
    folder: String, lines: Flow = Flow(), records: Int = 0, attachments: Flow = Flow(), forms: Flow = Flow(),
    laptops: [String] = [], conflicts: [String] = [], damaged: [Damaged] = []
  ) {
    self.folder = folder
    self.lines = lines
    self.records = records
    self.attachments = attachments
    self.forms = forms
    self.laptops = laptops
    self.conflicts = conflicts
    self.damaged = damaged
  }
}
