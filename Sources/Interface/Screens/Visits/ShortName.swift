/// Names of establishments in narrow lists: the kind of company in the letters that everybody writes for it.
enum ShortName {
  private static let kinds: [(long: String, short: String)] = [
    ("Hộ kinh doanh", "HKD"), ("Hợp tác xã", "HTX"), ("Tổ hợp tác", "THT"), ("Doanh nghiệp tư nhân", "DNTN"),
    ("Công ty trách nhiệm hữu hạn", "Cty TNHH"), ("Công ty TNHH", "Cty TNHH"), ("Công ty cổ phần", "CTCP"),
    ("Công ty CP", "CTCP"), ("Công ty", "Cty"),
  ]

  /// The name as it is when it fits into the columns, otherwise with its kind in letters.
  static func text(_ name: String, columns: Int) -> String {
    guard name.count > columns, let kind = kinds.first(where: { name.hasPrefix($0.long + " ") }) else { return name }
    return kind.short + name.dropFirst(kind.long.count)
  }
}
