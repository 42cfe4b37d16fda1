/// How much a reader takes before it refuses, so that no text from outside can exhaust memory or stack.
package struct JSONLimits: Sendable, Equatable {
  /// Greatest nesting of arrays and objects.
  package var depth: Int
  /// Greatest length of the whole text in bytes.
  package var bytes: Int

  /// Sets both limits.
  package init(depth: Int = 64, bytes: Int = 64 << 20) {
    self.depth = depth
    self.bytes = bytes
  }
}
