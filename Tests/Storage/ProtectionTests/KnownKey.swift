@testable import Journal
@testable import Protection

/// A key that everybody knows: that of the example in docs/formats/journal-v1.md.
enum KnownKey {
  static let folder = KeyFolder(path: "/nonexistent", system: .live)
  static let bytes = (0..<32).map { UInt8($0) }
  static let team = TeamKey(bytes) ?? TeamKey()
  static let name = "3dff4e1cb9d5308ad61b"
  static let salt = (0..<24).map { UInt8(0xA0 + $0) }
  static let line =
    #"{"v":1,"d":"k7m2q4x9ab","e":"3f9c","n":412,"t":"2026-11-20T22:13:16.512Z","h":"01967c3f2a4b0"#
    + #"003","p":"00000000000000010000000000000002","k":"set","r":"r1","f":"/data/sdt","x":{"sealed""#
    + #":"oKGio6SlpqeoqaqrrK2ur7CxsrO0tba37WDfzjry3WoDW29UedkTg7iP+XheZx54uzDLACY1ZGQMQmYTzRrpbDgagv"#
    + #"Scllw0B4pfwl8/4NNqAeZp/cj7UcgOt2gHoHfsJ7d3fP439rg=","key":"3dff4e1cb9d5308ad61b"},"c":"4b736"#
    + #"963"}"#
}
