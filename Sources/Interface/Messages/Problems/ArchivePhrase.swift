package import Archive

/// What is wrong with a zip archive.
package enum ArchivePhrase {
  /// A problem in words.
  package static func problem(_ problem: ArchiveProblem) -> ProblemPhrase {
    let words = words(problem.code, Arguments(problem.arguments))
    return ProblemPhrase(problem.code.rawValue, words.says, wayOut: words.wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: ArchiveProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// The words of a code.
  static func words(_ code: ArchiveProblemCode, _ a: Arguments) -> ProblemWords {
    switch code {
    case .notArchive:
      (
        ("Tệp này không phải xlsx hay zip", "The file is no xlsx or zip"),
        ("Kiểm tra lại tệp, lưu lại dạng .xlsx", "Check the file, save it as .xlsx")
      )
    case .damaged:
      (
        ("Tệp nén bị hỏng: \(a[0])", "The archive is damaged: \(a[0])"),
        ("Chép lại từ bản gốc", "Copy it again from the original")
      )
    case .unsupported:
      (
        ("Tệp nén dùng cách không hỗ trợ: \(a[0])", "The archive uses something unsupported: \(a[0])"),
        ("Lưu lại không mật khẩu, dạng .xlsx thường", "Save it without a password, as plain .xlsx")
      )
    case .name:
      (
        ("Tên trong tệp nén không an toàn: \(a[0])", "A name in the archive is not safe: \(a[0])"),
        ("Không dùng tệp này; xin lại bản gốc", "Do not use it; ask for the original")
      )
    case .limit:
      (
        ("Tệp nén quá lớn: \(a[0]) (\(a[1]))", "The archive is too large: \(a[0]) (\(a[1]))"),
        ("Chia nhỏ tệp", "Cut the file into smaller ones")
      )
    case .missing:
      (
        ("Trong tệp nén không có \(a[0])", "The archive has no \(a[0])"),
        ("Kiểm tra lại tệp", "Check the file")
      )
    }
  }
}
