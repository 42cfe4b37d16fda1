/// A question that two devices answered without knowing of each other. Both answers are kept until someone decides.
package struct Conflict: Sendable, Equatable {
  /// One of the answers.
  package struct Leaf: Sendable, Equatable {
    /// The version that a decision names as replaced.
    package var version: String
    /// The answer; nil when the device had cleared it.
    package var value: String?
    /// The device that it comes from.
    package var device: String
    /// When it was given there, in ISO 8601.
    package var time: String

    /// Joins the parts.
    package init(version: String, value: String?, device: String, time: String) {
      self.version = version
      self.value = value
      self.device = device
      self.time = time
    }
  }

  /// The record.
  package var record: String
  /// The path of the question, as logs write it.
  package var field: String
  /// The answers; the one that is shown meanwhile comes first.
  package var leaves: [Leaf]

  /// Joins the parts.
  package init(record: String, field: String, leaves: [Leaf]) {
    self.record = record
    self.field = field
    self.leaves = leaves
  }

  /// Whether the answers really differ; equal answers need no decision.
  package var isReal: Bool { leaves.dropFirst().contains { $0.value != leaves[0].value } }
}
