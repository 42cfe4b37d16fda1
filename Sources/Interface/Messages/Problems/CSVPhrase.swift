package import CSV

/// What is wrong with a CSV file.
package enum CSVPhrase {
  /// A problem in words.
  package static func problem(_ problem: CSVProblem) -> ProblemPhrase {
    let words = words(problem.code, Arguments(problem.arguments))
    return ProblemPhrase(problem.code.rawValue, words.says, wayOut: words.wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: CSVProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// The words of a code.
  static func words(_ code: CSVProblemCode, _ a: Arguments) -> ProblemWords {
    switch code {
    case .encoding:
      (
        (
          "Tệp không phải UTF-8 (có thể là windows-1258 hoặc TCVN3)",
          "The file is not UTF-8 (perhaps windows-1258 or TCVN3)"
        ),
        ("Mở bằng LibreOffice, lưu lại dạng CSV UTF-8", "Open it in LibreOffice and save as CSV UTF-8")
      )
    case .quote:
      (
        ("Ô mở ngoặc kép mà không đóng", "A quoted cell never ends"),
        ("Thêm dấu ngoặc kép ở cuối ô", "Close the cell with a quote")
      )
    case .character:
      (
        ("Có ký tự điều khiển trong tệp", "The file has a control character"),
        ("Xóa ký tự đó hoặc lưu lại tệp", "Remove it or save the file again")
      )
    case .limit:
      (
        ("Tệp quá lớn: \(a.rest(from: 0))", "The file is too large: \(a.rest(from: 0))"),
        ("Chia thành nhiều tệp", "Cut it into several files")
      )
    case .header:
      (
        ("Hàng tiêu đề có tên trùng hoặc thiếu: \(a[0])", "A heading stands twice or is missing: \(a[0])"),
        ("Sửa hàng đầu tiên", "Mend the first row")
      )
    case .empty:
      (
        ("Tệp không có hàng tiêu đề", "The file has no heading row"),
        ("Thêm hàng tiêu đề", "Add a heading row")
      )
    }
  }
}
