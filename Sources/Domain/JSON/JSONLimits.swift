/// How much a reader takes before it refuses, so that no text from outside can exhaust memory or stack.
package struct JSONLimits: Sendable, Equatable {
  /// Greatest nesting of arrays and objects.
  package var depth: Int
  /// Greatest length of the whole text in bytes.
  package var bytes: Int

  /// Most values, those inside arrays and objects counted.
  package var values: Int

  /// Sets the limits.
  package init(depth: Int = 64, bytes: Int = 64 << 20, values: Int = .max) {
    self.depth = depth
    self.bytes = bytes
    self.values = values
  }
}
