internal import CTerminal
internal import Terminal

extension CursesDriver {
  /// What a code of the shim says about the keyboard; nil for keys that mean nothing here.
  static func input(of code: Int32) -> KeyDecoder.Input? {
    if let byte = UInt8(exactly: code) { return .byte(byte) }
    let functionKeys = Int32(KH_F0)
    if code >= functionKeys { return .key(.function(Int(code - functionKeys))) }
    switch code {
    case Int32(KH_UP): return .key(.up)
    case Int32(KH_DOWN): return .key(.down)
    case Int32(KH_LEFT): return .key(.left)
    case Int32(KH_RIGHT): return .key(.right)
    case Int32(KH_HOME): return .key(.home)
    case Int32(KH_END): return .key(.end)
    case Int32(KH_PAGE_UP): return .key(.pageUp)
    case Int32(KH_PAGE_DOWN): return .key(.pageDown)
    case Int32(KH_INSERT): return .key(.insert)
    case Int32(KH_DELETE): return .key(.delete)
    case Int32(KH_BACKSPACE): return .key(.backspace)
    case Int32(KH_ENTER): return .key(.enter)
    case Int32(KH_BACK_TAB): return .key(.backTab)
    case Int32(KH_WORD_LEFT): return .key(.wordLeft)
    case Int32(KH_WORD_RIGHT): return .key(.wordRight)
    case Int32(KH_PASTE_BEGIN): return .pasteBegin
    case Int32(KH_PASTE_END): return .pasteEnd
    default: return nil
    }
  }
}
