package import JSON

/// The words for JSON that is refused: answers, GeoJSON.
package enum JSONPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: JSONProblem) -> ProblemPhrase {
    words(problem.code, place: "\(problem.line):\(problem.column)").phrase("json-" + problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints the file.
  package static func text(_ problem: JSONProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// The words without a code; the place is written LINE:COLUMN.
  static func words(_ code: JSONProblemCode, place: String) -> ProblemWords {
    let (says, wayOut) = details(code)
    return ProblemWords(
      "JSON sai ở \(place): \(says.0)", "Wrong JSON at \(place): \(says.1)", do: wayOut.0, wayOut.1)
  }

  private static func details(_ code: JSONProblemCode) -> (says: (String, String), wayOut: (String, String)) {
    switch code {
    case .unexpectedEnd:
      (
        ("kết thúc giữa chừng", "it ends too early"),
        ("Thêm dấu đóng } ] hoặc \"; tệp có thể bị cắt cụt", "Close } ] or \"; the file may be cut off")
      )
    case .unexpectedByte:
      (
        ("ký tự không được đứng ở đây", "a character that cannot stand here"),
        ("Xem dấu phẩy, dấu hai chấm, dấu nháy kép", "Check commas, colons and double quotes")
      )
    case .trailingText:
      (("còn chữ thừa phía sau", "something follows the end"), ("Xóa phần thừa", "Delete what follows"))
    case .number:
      (("số viết sai", "a number is written wrong"), ("Viết như 12 hoặc 0.5", "Write it like 12 or 0.5"))
    case .controlCharacter:
      (
        ("ký tự điều khiển trong chuỗi", "a control character in a text"),
        ("Xuống dòng viết \\n, tab viết \\t", "Write \\n for a new line, \\t for a tab")
      )
    case .escape:
      (("dấu \\ viết sai", "a \\ that means nothing"), ("Viết \\\\ cho dấu \\", "Write \\\\ for a \\"))
    case .loneSurrogate:
      (
        ("\\u thiếu một nửa", "half of a \\u pair"),
        ("Viết thẳng ký tự thay cho \\u", "Write the character itself")
      )
    case .encoding:
      (("không phải UTF-8", "not UTF-8"), ("Lưu lại với UTF-8", "Save it again as UTF-8"))
    case .duplicateKey:
      (("một khóa có hai lần", "a key is given twice"), ("Bỏ một", "Remove one"))
    case .tooDeep:
      (("lồng nhau quá nhiều tầng", "nested too deep"), ("Bỏ bớt tầng", "Use fewer levels"))
    case .tooLong:
      (("quá dài", "too long"), ("Chia thành nhiều tệp", "Split it into several files"))
    }
  }
}
