/// One key as the person pressed it.
package enum Key: Equatable, Hashable, Sendable {
  /// A character to type. A combining mark may arrive alone, after its letter.
  case character(Character)
  /// Control with a lower-case letter, Space or one of `\ ] ^ _`. Enter, Tab and Backspace are never reported this way.
  case control(Character)
  /// Alt (or Escape pressed just before) with a character.
  case alt(Character)
  case enter, tab, backTab, backspace, delete, insert, escape
  case up, down, left, right, home, end, pageUp, pageDown
  /// Control with ← or →: by words.
  case wordLeft, wordRight
  case function(Int)
  /// Text that was pasted as a whole, line breaks inside as `\n`.
  case paste(String)
  /// Bytes that are no text: nothing is typed, the bell rings.
  case invalid
}
