import Glibc

/// How much is tried: a few minutes by default, the full numbers with `KHAOSAT_LONG=1`.
enum Amount {
  static let isLong = getenv("KHAOSAT_LONG").map { String(cString: $0) == "1" } ?? false

  /// The number for this run.
  static func of(_ normal: Int, long: Int) -> Int { isLong ? long : normal }
}
