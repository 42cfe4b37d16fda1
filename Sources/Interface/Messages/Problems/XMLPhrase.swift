package import XML

/// What is wrong with an XML file.
package enum XMLPhrase {
  /// A problem in words.
  package static func problem(_ problem: XMLProblem) -> ProblemPhrase {
    let words = words(problem.code, Arguments(problem.arguments))
    return ProblemPhrase(problem.code.rawValue, words.says, wayOut: words.wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: XMLProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// The words of a code.
  static func words(_ code: XMLProblemCode, _ a: Arguments) -> ProblemWords {
    switch code {
    case .encoding:
      (
        ("Tệp XML không phải UTF-8", "The XML is not UTF-8"),
        ("Lưu lại dạng UTF-8", "Save it as UTF-8")
      )
    case .invalidUTF8:
      (
        ("Có byte không phải UTF-8", "A byte sequence is not UTF-8"),
        ("Lưu lại dạng UTF-8", "Save it as UTF-8")
      )
    case .character:
      (
        ("Có ký tự XML không cho phép", "A character is not allowed in XML"),
        ("Xóa ký tự đó", "Remove it")
      )
    case .documentType:
      (
        ("Khai báo DOCTYPE không được nhận", "A document type declaration is refused"),
        ("Bỏ dòng <!DOCTYPE …>", "Remove <!DOCTYPE …>")
      )
    case .entity:
      (
        ("Thực thể “\(a[0])” không được nhận", "The entity “\(a[0])” is refused"),
        ("Viết thẳng ký tự", "Write the character itself")
      )
    case .syntax:
      (
        ("Không đọc được XML \(a.rest(from: 0))", "The XML cannot be read \(a.rest(from: 0))"),
        ("Sửa ở vị trí đã nêu", "Mend it at the place named")
      )
    case .mismatch:
      (
        ("Thẻ đóng không khớp: \(a.rest(from: 0))", "An end tag does not match: \(a.rest(from: 0))"),
        ("Đóng đúng thẻ đã mở", "Close the tag that was opened")
      )
    case .duplicateAttribute:
      (
        ("Thuộc tính “\(a[0])” có hai lần", "The attribute “\(a[0])” stands twice"),
        ("Xóa một lần", "Remove one of them")
      )
    case .prefix:
      (
        ("Tiền tố “\(a[0])” chưa khai báo", "The prefix “\(a[0])” is not declared"),
        ("Thêm xmlns cho tiền tố", "Add an xmlns for it")
      )
    case .limit:
      (
        ("XML quá lớn hoặc quá sâu: \(a.rest(from: 0))", "The XML is too large or too deep: \(a.rest(from: 0))"),
        ("Chia nhỏ tệp", "Cut the file into smaller ones")
      )
    case .empty:
      (
        ("Tệp XML trống", "The XML is empty"),
        ("Kiểm tra lại tệp", "Check the file")
      )
    }
  }
}
