/// A line the journal has composed: its place, its name and its bytes.
package struct WrittenLine: Sendable, Equatable {
  /// Place and time.
  package let frame: LineFrame
  /// The name of the line.
  package let hash: LineHash
  /// Its bytes including the LF.
  package let bytes: [UInt8]
}

/// Everything up to a line is on the medium.
package struct Acknowledgement: Sendable, Equatable {
  /// Epoch of the last line asked for.
  package let epoch: String
  /// Number of the last line asked for.
  package let number: UInt64
}
