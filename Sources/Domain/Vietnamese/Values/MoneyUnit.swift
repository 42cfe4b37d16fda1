/// The units in which amounts are spoken and written.
package enum MoneyUnit: Int, Sendable, Comparable, CaseIterable {
  /// đồng.
  case dong = 0
  /// nghìn đồng.
  case thousand = 3
  /// triệu đồng.
  case million = 6
  /// tỷ đồng.
  case billion = 9

  /// The power of ten.
  package var exponent: Int { rawValue }

  /// How the unit is written after a number.
  package var symbol: String {
    switch self {
    case .dong: "đồng"
    case .thousand: "nghìn đồng"
    case .million: "triệu đồng"
    case .billion: "tỷ đồng"
    }
  }

  /// Compares by size.
  package static func < (left: MoneyUnit, right: MoneyUnit) -> Bool { left.rawValue < right.rawValue }

  /// Reads a unit as people write it, with or without accents: "tỷ", "tỉ đồng", "trđ", "tr", "k", "VNĐ", "₫".
  package init?(reading text: String) {
    switch text.folded.filter({ $0 != " " && $0 != "." }) {
    case "d", "dong", "vnd", "₫", "vietnamdong": self = .dong
    case "k", "nghin", "ngan", "nghindong", "ngandong", "nghind", "ngand": self = .thousand
    case "tr", "trd", "trieu", "trieudong", "trieud", "trdong", "trvnd": self = .million
    case "ty", "ti", "tydong", "tidong", "tyd", "tid", "b": self = .billion
    default: return nil
    }
  }
}
