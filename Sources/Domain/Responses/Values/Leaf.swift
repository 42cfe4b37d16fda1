/// One relevant answer, calculation or note of a filled form.
package struct Leaf: Sendable, Equatable {
  /// Path with row numbers: `/data/may[2]/gia`.
  package var path: String
  /// The text of the submission.
  package var value: String
  /// Its number in the form.
  package var node: Int
}
