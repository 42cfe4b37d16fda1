/// What is wrong with a JSON text. The raw value is the stable code.
package enum JSONProblemCode: String, Sendable, Equatable, CaseIterable {
  /// The text ends inside a value.
  case unexpectedEnd = "unexpected-end"
  /// A byte stands where the grammar allows something else.
  case unexpectedByte = "unexpected-byte"
  /// Something follows the complete value.
  case trailingText = "trailing-text"
  /// A number is not written as JSON writes numbers.
  case number = "number"
  /// A control character stands unescaped in a string.
  case controlCharacter = "control-character"
  /// A backslash is followed by something that is no escape.
  case escape = "escape"
  /// Half of a surrogate pair stands alone.
  case loneSurrogate = "lone-surrogate"
  /// The bytes of a string are not UTF-8.
  case encoding = "encoding"
  /// A key occurs twice in one object.
  case duplicateKey = "duplicate-key"
  /// Arrays and objects are nested deeper than allowed.
  case tooDeep = "too-deep"
  /// The text is longer than allowed.
  case tooLong = "too-long"
}

/// A refusal of a JSON text, with the place.
package struct JSONProblem: Error, Sendable, Equatable {
  /// What is wrong.
  package let code: JSONProblemCode
  /// Offset in bytes from the start of the text.
  package let offset: Int
  /// Line, counted from 1.
  package let line: Int
  /// Column, counted from 1 in Unicode scalars.
  package let column: Int

  /// Finds line and column of a byte offset.
  init(_ code: JSONProblemCode, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.code = code
    self.offset = offset
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }
}
