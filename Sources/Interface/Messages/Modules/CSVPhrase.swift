package import CSV

/// The words for CSV files that cannot be read.
package enum CSVPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: CSVProblem) -> ProblemPhrase {
    words(problem.code, column: problem.column, problem.arguments).phrase(problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints file and line.
  package static func text(_ problem: CSVProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// The words without a code, for problems of forms, which have codes of their own. Column 0 is not named.
  static func words(_ code: CSVProblemCode, column: Int, _ arguments: [String]) -> ProblemWords {
    let given = ProblemArguments(arguments)
    let cell = column > 0 ? ("Ô thứ \(column): ", "Cell \(column): ") : ("", "")
    switch code {
    case .encoding:
      return ProblemWords(
        "\(cell.0)Chữ không phải UTF-8, có thể là TCVN3, VNI hay windows-1258",
        "\(cell.1)The text is not UTF-8, perhaps windows-1258 or UTF-16",
        do: "Lưu lại dạng “CSV UTF-8” (Unicode)", "Save it again as “CSV UTF-8”")
    case .quote:
      return ProblemWords(
        "\(cell.0)Dấu nháy kép chưa đóng", "\(cell.1)A quotation mark is never closed",
        do: "Thêm dấu \" đóng; dấu \" trong ô viết thành \"\"", "Close it; a \" inside a cell is written \"\"")
    case .character:
      return ProblemWords(
        "\(cell.0)Có ký tự điều khiển không dùng được", "\(cell.1)A control character cannot be used",
        do: "Xóa ký tự lạ trong ô", "Delete the strange character")
    case .limit: return limit(given)
    case .header:
      return given[0].isEmpty
        ? ProblemWords(
          "\(cell.0)Không có tên cột phía trên", "\(cell.1)No heading stands above it",
          do: "Thêm tên cột ở dòng đầu, hoặc bỏ ô thừa", "Add a heading in the first row, or remove the cell")
        : ProblemWords(
          "Cột “\(given[0])” có hai lần", "The column “\(given[0])” stands twice",
          do: "Đổi tên hoặc bỏ một cột", "Rename or remove one")
    case .empty:
      return ProblemWords(
        "Tệp trống", "The file is empty",
        do: "Cần một dòng tên cột rồi đến các dòng dữ liệu", "A row of headings is needed, then rows of data")
    }
  }

  private static func limit(_ given: ProblemArguments) -> ProblemWords {
    let what: (String, String) =
      switch given[0] {
      case "size": ("hơn \(given[1]) byte", "more than \(given[1]) bytes")
      case "columns": ("hơn \(given[1]) cột", "more than \(given[1]) columns")
      default: ("hơn \(given[1]) dòng", "more than \(given[1]) rows")
      }
    return ProblemWords(
      "Tệp CSV quá lớn: \(what.0)", "The CSV file is too large: \(what.1)",
      do: "Chia thành nhiều tệp", "Split it into several files")
  }
}
