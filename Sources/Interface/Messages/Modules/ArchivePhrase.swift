package import Archive

/// The words for zip archives (workbooks are such) that are refused.
package enum ArchivePhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: ArchiveProblem) -> ProblemPhrase {
    words(problem.code, problem.arguments).phrase(problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints the file.
  package static func text(_ problem: ArchiveProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// The words without a code, for problems of forms, which have codes of their own.
  static func words(_ code: ArchiveProblemCode, _ arguments: [String]) -> ProblemWords {
    let given = ProblemArguments(arguments)
    return switch code {
    case .notArchive:
      ProblemWords(
        "Tệp không phải .xlsx hay .zip", "The file is neither .xlsx nor .zip",
        do: "Mở bằng Excel hoặc LibreOffice rồi lưu dạng .xlsx", "Open it in a spreadsheet program, save it as .xlsx")
    case .damaged:
      ProblemWords(
        "Tệp nén bị hỏng\(place(given[0]))", "The archive is damaged\(place(given[0]))",
        do: "Chép lại từ bản gốc", "Copy it again from the original")
    case .unsupported:
      ProblemWords(
        "Tệp nén kiểu này không đọc được\(place(given[0]))", "This kind of archive cannot be read\(place(given[0]))",
        do: "Bỏ mật khẩu, lưu lại dạng .xlsx thường", "Remove the password, save it as a plain .xlsx")
    case .name:
      ProblemWords(
        "Tên “\(given[0])” trong tệp nén không an toàn", "The name “\(given[0])” in the archive is not safe",
        do: "Không dùng tệp này; xin lại từ người gửi", "Do not use the file; ask the sender for it again")
    case .limit: limit(given)
    case .missing:
      ProblemWords(
        "Tệp nén không có “\(given[0])”", "The archive has no “\(given[0])”",
        do: "Lưu lại bằng Excel hoặc LibreOffice", "Save it again with a spreadsheet program")
    }
  }

  private static func place(_ name: String) -> String { name.isEmpty ? "" : " (\(name))" }

  private static func limit(_ given: ProblemArguments) -> ProblemWords {
    let what: (String, String) =
      switch given[0] {
      case "entries": ("hơn \(given[1]) phần", "more than \(given[1]) entries")
      case "ratio":
        ("\(given[2]) nở ra hơn \(given[1]) lần", "\(given[2]) grows more than \(given[1]) times when unpacked")
      case "entry": ("\(given[2]) hơn \(given[1]) byte", "\(given[2]) has more than \(given[1]) bytes")
      default: ("hơn \(given[1]) byte", "more than \(given[1]) bytes")
      }
    return ProblemWords(
      "Tệp nén quá lớn: \(what.0)", "The archive is too large: \(what.1)",
      do: "Bỏ hình ảnh và trang thừa rồi lưu lại", "Remove pictures and unused sheets, save it again")
  }
}
