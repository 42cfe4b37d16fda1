/// Writes XML as UTF-8 bytes: names as given (prefixes included), text and values escaped.
package struct XMLWriter {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []
  private var open: [String] = []
  private var tagIsOpen = false

  /// A writer; the declaration comes first when asked for.
  package init(declaration: Bool = true) {
    if declaration { bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8) }
  }

  /// Begins an element.
  package mutating func start(_ name: String, _ attributes: [(String, String)] = []) {
    finishTag()
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (key, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: key.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      Self.escape(value, isAttribute: true, into: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    open.append(name)
    tagIsOpen = true
  }

  /// Writes character data.
  package mutating func text(_ text: String) {
    if text.isEmpty { return }
    finishTag()
    Self.escape(text, isAttribute: false, into: &bytes)
  }

  /// Ends the innermost element.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if tagIsOpen {
      bytes.append(contentsOf: "/>".utf8)
      tagIsOpen = false
    } else {
      bytes.append(contentsOf: "</".utf8)
      bytes.append(contentsOf: name.utf8)
      bytes.append(UInt8(ascii: ">"))
    }
  }

  /// A whole element that holds text only.
  package mutating func element(_ name: String, _ attributes: [(String, String)] = [], text value: String = "") {
    start(name, attributes)
    text(value)
    end()
  }

  /// A tree as it was read.
  package mutating func tree(_ element: XMLElement) {
    start(element.name.qualified, element.attributes.map { ($0.name.qualified, $0.value) })
    for part in element.content {
      switch part {
      case .element(let child): tree(child)
      case .text(let value): text(value)
      case .rows(let rows): for row in rows.elements { tree(row) }
      }
    }
    end()
  }

  /// The document as text.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func finishTag() {
    if tagIsOpen { bytes.append(UInt8(ascii: ">")) }
    tagIsOpen = false
  }

  /// Appends text with the characters replaced that cannot stand there. Characters that XML has no way to write are
  /// replaced by U+FFFD.
  static func escape(_ text: String, isAttribute: Bool, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case 10 where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
      case 9 where isAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case 13: bytes.append(contentsOf: "&#13;".utf8)
      case 0..<9, 11, 12, 14..<0x20: bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      default: bytes.append(byte)
      }
    }
  }
}
