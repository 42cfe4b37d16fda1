/// Sizes of files as the screens show them.
enum FileSize {
  /// 812 B, 340 kB, 2,3 MB.
  static func text(_ bytes: Int) -> String {
    if bytes < 10_000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\(bytes / 1000) kB" }
    return "\(bytes / 1_000_000),\(bytes / 100_000 % 10) MB"
  }
}
