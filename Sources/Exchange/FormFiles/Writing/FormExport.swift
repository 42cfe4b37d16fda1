/// A form as it goes out: the file itself, the files that go with it, and what is lost elsewhere.
package struct FormExport: Sendable {
  /// A data file that has to lie beside the exported form.
  package struct Attachment: Sendable, Hashable {
    /// The name by which the form refers to it here.
    package var reference: String
    /// The name it must have beside the exported form.
    package var name: String
  }

  /// The exported form.
  package var bytes: [UInt8]
  /// Data files to be copied beside it.
  package var attachments: [Attachment]
  /// Files made on the way, such as inline instances, by name.
  package var files: [(name: String, bytes: [UInt8])]
  /// What other programs will not do.
  package var losses: [FormLoss]
}

/// Something that the exported form does here and not in other programs.
package struct FormLoss: Sendable, Hashable {
  /// What is lost. The raw values are stable codes.
  package enum Code: String, Sendable, CaseIterable {
    /// A function of ours was replaced by something weaker. Arguments: function, replacement.
    case function = "function-replaced"
    /// A function that others do not know and that nothing replaces. Arguments: function.
    case unknownFunction = "function-unknown"
    /// The soft check is not made elsewhere.
    case warning = "soft-check"
    /// Reasons for a missing answer cannot be given elsewhere.
    case missing = "missing-reasons"
    /// Typing help is ours.
    case typingHelp = "typing-help"
    /// The unit is not shown elsewhere.
    case unit
    /// Personal data are not marked elsewhere.
    case personal
    /// Titles in other languages than the default one.
    case titles
    /// A construct that the format cannot say. Arguments: what.
    case construct
  }

  /// What is lost.
  package var code: Code
  /// The question concerned; empty for the form as a whole.
  package var question: String
  /// Names for the message.
  package var arguments: [String]

  /// A loss.
  package init(_ code: Code, question: String = "", _ arguments: [String] = []) {
    self.code = code
    self.question = question
    self.arguments = arguments
  }
}
