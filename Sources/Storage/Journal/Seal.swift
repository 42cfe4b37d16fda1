/// Keeps what is written from whoever has no key: seals it on its way to the medium and opens it on the way back. What
/// the keys are and where they come from is told elsewhere.
package protocol Seal: Sendable {
  /// Seals a payload, bound to everything of its line before `,"x"`.
  /// - Returns: the value of `x`; nil while no key is at hand.
  func seal(_ payload: [UInt8], frame: [UInt8]) -> [UInt8]?

  /// Opens the value of `x` of a sealed line, with what follows it.
  func open(_ body: UnsafeRawBufferPointer, frame: UnsafeRawBufferPointer) -> OpenedBody

  /// A sealed line with its payload in the clear, in a form from which its bytes can be made again; nil without its key.
  func opened(_ line: [UInt8]) -> [UInt8]?

  /// Seals a file.
  /// - Parameter name: its name here; a file that may change under its name gets another sealed form every time.
  /// - Returns: nil while no key is at hand.
  func seal(_ content: [UInt8], as name: String, mayChange: Bool) -> SealedFile?

  /// The names that a file may have in its sealed form: one a key.
  func sealedNames(of name: String) -> [String]

  /// The content of a sealed file; nil without its key, or when it was changed.
  func open(_ file: SealedFile) -> [UInt8]?

  /// Looks for keys that came since.
  /// - Returns: whether there are new ones.
  func refresh() -> Bool
}

/// What became of a sealed payload.
package enum OpenedBody: Sendable, Equatable {
  /// The payload in the clear, with what follows it.
  case open(String)
  /// Its key is not here.
  case locked
  /// Its key does not open it.
  case damaged
}
