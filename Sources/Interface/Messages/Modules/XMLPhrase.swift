package import XML

/// The words for XML that is refused.
package enum XMLPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: XMLProblem) -> ProblemPhrase {
    words(problem.code, problem.arguments).phrase(problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints file and place.
  package static func text(_ problem: XMLProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// The words without a code, for problems of forms, which have codes of their own.
  static func words(_ code: XMLProblemCode, _ arguments: [String]) -> ProblemWords {
    let given = ProblemArguments(arguments)
    return switch code {
    case .encoding, .invalidUTF8, .character, .documentType, .entity: content(code, given)
    case .syntax, .mismatch, .duplicateAttribute, .prefix: markup(code, given)
    case .limit: limit(given)
    case .empty:
      ProblemWords("XML không có gì", "The XML is empty", do: "Xuất lại tệp này", "Export the file again")
    }
  }

  private static func content(_ code: XMLProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .encoding:
      ProblemWords(
        "Bảng mã \(given[0]) không dùng được", "The encoding \(given[0]) cannot be used",
        do: "Lưu lại với UTF-8", "Save it again as UTF-8")
    case .invalidUTF8:
      ProblemWords(
        "Byte \(given[0]) không phải UTF-8", "The byte \(given[0]) is not UTF-8",
        do: "Lưu lại với UTF-8", "Save it again as UTF-8")
    case .character:
      ProblemWords(
        "Ký tự \(given[0]) không được có trong XML", "XML does not allow the character \(given[0])",
        do: "Xóa ký tự này", "Delete the character")
    case .documentType:
      ProblemWords(
        "Không nhận XML có DOCTYPE, để tránh tệp độc hại", "XML with a DOCTYPE is refused for safety",
        do: "Bỏ phần <!DOCTYPE …>", "Remove <!DOCTYPE …>")
    default:
      ProblemWords(
        "Không hiểu ký hiệu &\(given[0] == "&" ? "" : given[0])",
        "The entity &\(given[0] == "&" ? "" : given[0]) is not known",
        do: "Viết thẳng ký tự; dấu & viết &amp;", "Write the character itself; & is written &amp;")
    }
  }

  private static func markup(_ code: XMLProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .syntax:
      ProblemWords(
        "Không đọc được XML ở chỗ \(given[0])", "The XML cannot be read at \(given[0])",
        do: "Xem dấu < > và dấu nháy ở chỗ này", "Check < > and the quotes here")
    case .mismatch:
      ProblemWords(
        given[1].isEmpty ? "Thẻ <\(given[0])> chưa đóng" : "Cần </\(given[0])> nhưng gặp </\(given[1])>",
        given[1].isEmpty ? "<\(given[0])> is never closed" : "</\(given[0])> is needed, but </\(given[1])> stands here",
        do: "Thêm hoặc sửa thẻ đóng; tệp có thể bị cắt cụt", "Correct the closing tag; the file may be cut off")
    case .duplicateAttribute:
      ProblemWords(
        "Thuộc tính “\(given[0])” có hai lần", "The attribute “\(given[0])” is given twice",
        do: "Bỏ một", "Remove one")
    default:
      ProblemWords(
        "Tiền tố “\(given[0]):” chưa khai báo", "The prefix “\(given[0]):” is not declared",
        do: "Thêm xmlns:\(given[0])=\"…\"", "Add xmlns:\(given[0])=\"…\"")
    }
  }

  private static func limit(_ given: ProblemArguments) -> ProblemWords {
    let what: (String, String) =
      switch given[0] {
      case "size": ("hơn \(given[1]) byte", "more than \(given[1]) bytes")
      case "depth": ("lồng nhau hơn \(given[1]) tầng", "nested deeper than \(given[1])")
      case "elements": ("hơn \(given[1]) thẻ", "more than \(given[1]) elements")
      default: ("một thẻ có hơn \(given[1]) thuộc tính", "more than \(given[1]) attributes in one tag")
      }
    return ProblemWords(
      "XML quá lớn: \(what.0)", "The XML is too large: \(what.1)",
      do: "Kiểm tra tệp có đúng không, hoặc chia nhỏ", "Check that it is the right file, or split it")
  }
}
