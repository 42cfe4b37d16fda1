package import FormFiles

/// What is wrong with the files of a form.
package enum FormFileProblemPhrase {
  /// A problem in words.
  package static func problem(_ problem: FormFileProblem) -> ProblemPhrase {
    let words = words(problem.code, Arguments(problem.arguments))
    return ProblemPhrase("form-file." + problem.code.rawValue, words.says, wayOut: words.wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: FormFileProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// The words of a code.
  static func words(_ code: FormFileProblemCode, _ a: Arguments) -> ProblemWords {
    part1(code, a) ?? part2(code, a) ?? part3(code, a)
  }

  private static func part1(_ code: FormFileProblemCode, _ a: Arguments) -> ProblemWords? {
    switch code {
    case .fileMissing:
      (
        ("Không có tệp \(a[0])", "There is no file \(a[0])"),
        ("Kiểm tra tên và thư mục", "Check name and folder")
      )
    case .fileUnreadable:
      (
        ("Không đọc được tệp \(a[0]): \(a[1])", "The file \(a[0]) cannot be read: \(a[1])"),
        ("Kiểm tra quyền đọc của tệp", "Check the permissions")
      )
    case .fileTooLarge:
      (
        ("Tệp \(a[0]) lớn hơn \(a[1]) MiB", "The file \(a[0]) is larger than \(a[1]) MiB"),
        ("Chia nhỏ tệp", "Cut it into smaller ones")
      )
    case .fileFormat:
      (
        ("Không biết loại tệp \(a[0])", "\(a[0]) is of no known kind"),
        ("Dùng .yaml, .xlsx hoặc .xml", "Use .yaml, .xlsx or .xml")
      )
    case .fileOutside:
      (
        ("Đường dẫn \(a[0]) ra ngoài thư mục phiếu", "The path \(a[0]) leaves the forms folder"),
        ("Đặt tệp trong thư mục forms", "Put the file inside the forms folder")
      )
    case .encoding:
      (
        ("Tệp \(a[0]) không phải UTF-8", "The file \(a[0]) is not UTF-8"),
        ("Lưu lại dạng UTF-8", "Save it as UTF-8")
      )
    case .yamlSyntax:
      (
        ("Không đọc được YAML: \(a[0])", "The YAML cannot be read: \(a[0])"),
        ("Đặt trong ngoặc kép chữ có dấu hai chấm, dấu # hoặc ngoặc nhọn", "Quote texts with a colon, a # or braces")
      )
    case .duplicateKey:
      (
        ("Khóa “\(a[0])” có hai lần", "The key “\(a[0])” stands twice"),
        ("Xóa hoặc đổi tên một khóa", "Remove or rename one of them")
      )
    case .yamlAnchor:
      (
        ("Không nhận neo &\(a[0])", "The anchor &\(a[0]) is refused"),
        ("Viết lại nội dung tại chỗ", "Write the content out")
      )
    case .yamlAlias:
      (
        ("Không nhận bí danh *\(a[0])", "The alias *\(a[0]) is refused"),
        ("Viết lại nội dung tại chỗ", "Write the content out")
      )
    case .yamlTag:
      (
        ("Không nhận nhãn \(a[0])", "The tag \(a[0]) is refused"),
        ("Bỏ nhãn", "Remove the tag")
      )
    case .tooDeep:
      (
        ("Lồng nhau quá \(a[0]) tầng", "Nested deeper than \(a[0])"),
        ("Bớt số tầng", "Use fewer levels")
      )
    case .expectedMap, .expectedList, .expectedText, .unknownColumn, .missingColumn, .duplicateColumn, .missingType,
      .endWithoutBegin, .beginWithoutEnd, .beginEndMismatch, .missingList, .badValue, .archive, .missingSheet,
      .workbook, .limit, .cellError, .xml, .notXForm, .unsupported, .unknownNode, .csv, .geoJSON, .dataFormat:
      nil
    }
  }

  private static func part2(_ code: FormFileProblemCode, _ a: Arguments) -> ProblemWords? {
    switch code {
    case .expectedMap:
      (
        ("Ở đây cần các cặp khóa: giá trị (\(a[0]))", "A map is needed here (\(a[0]))"),
        ("Viết như tên: giá trị", "Write it like key: value")
      )
    case .expectedList:
      (
        ("Ở đây cần danh sách (\(a[0]))", "A list is needed here (\(a[0]))"),
        ("Bắt đầu mỗi dòng bằng dấu -", "Begin each line with -")
      )
    case .expectedText:
      (
        ("Ở đây cần chữ (\(a[0]))", "A text is needed here (\(a[0]))"),
        ("Viết một giá trị, không lồng nhau", "Write one value")
      )
    case .unknownColumn:
      (
        ("Không có cột “\(a[0])”", "There is no column “\(a[0])”"),
        (
          "\(a[1].isEmpty ? "Xem docs/form-format.md" : "Có phải ý là “\(a[1])”?")",
          "\(a[1].isEmpty ? "See docs/form-format.md" : "Perhaps “\(a[1])” is meant")"
        )
      )
    case .missingColumn:
      (
        ("Thiếu cột “\(a[0])”", "The column “\(a[0])” is missing"),
        ("Thêm cột đó", "Add the column")
      )
    case .duplicateColumn:
      (
        ("Hai cột “\(a[0])” và “\(a[1])” cùng nghĩa", "The columns “\(a[0])” and “\(a[1])” mean the same"),
        ("Giữ một cột", "Keep one of them")
      )
    case .missingType:
      (
        ("Dòng “\(a[0])” chưa có kiểu", "The row “\(a[0])” has no type"),
        ("Thêm cột type", "Add a type")
      )
    case .endWithoutBegin:
      (
        ("\(a[0]) không có begin", "\(a[0]) has no begin"),
        ("Thêm begin hoặc xóa dòng end", "Add a begin or remove the end")
      )
    case .beginWithoutEnd:
      (
        ("\(a[0]) “\(a[1])” không có end", "\(a[0]) “\(a[1])” has no end"),
        ("Thêm dòng end", "Add an end")
      )
    case .beginEndMismatch:
      (
        ("\(a[0]) không khớp \(a[1]) “\(a[2])” ở \(a[3])", "\(a[0]) does not match \(a[1]) “\(a[2])” at \(a[3])"),
        ("Đóng đúng loại đã mở", "Close what was opened")
      )
    case .missingList:
      (
        ("Mục “\(a[0])” không thuộc danh sách nào", "The choice “\(a[0])” belongs to no list"),
        ("Điền list_name", "Fill in list_name")
      )
    case .badValue:
      (
        ("Cột “\(a[0])” không nhận “\(a[1])”", "The column “\(a[0])” cannot be “\(a[1])”"),
        ("Sửa giá trị", "Mend the value")
      )
    case .fileMissing, .fileUnreadable, .fileTooLarge, .fileFormat, .fileOutside, .encoding, .yamlSyntax, .duplicateKey,
      .yamlAnchor, .yamlAlias, .yamlTag, .tooDeep, .archive, .missingSheet, .workbook, .limit, .cellError, .xml,
      .notXForm, .unsupported, .unknownNode, .csv, .geoJSON, .dataFormat:
      nil
    }
  }

  private static func part3(_ code: FormFileProblemCode, _ a: Arguments) -> ProblemWords {
    switch code {
    case .archive:
      (
        ("Không mở được tệp xlsx: \(a.rest(from: 0))", "The xlsx cannot be opened: \(a.rest(from: 0))"),
        ("Lưu lại dạng .xlsx, không mật khẩu", "Save it again as .xlsx without a password")
      )
    case .missingSheet:
      (
        ("Không có trang “\(a[0])”", "There is no sheet “\(a[0])”"),
        (
          "\(a[1].isEmpty ? "Thêm trang survey" : "Có phải trang “\(a[1])”?")",
          "\(a[1].isEmpty ? "Add a sheet survey" : "Perhaps “\(a[1])” is meant")"
        )
      )
    case .workbook:
      (
        ("Sổ tính thiếu hoặc hỏng phần \(a[0])", "The workbook lacks \(a[0]), or it is damaged"),
        ("Mở và lưu lại bằng LibreOffice", "Open and save it in LibreOffice")
      )
    case .limit:
      (
        ("Quá giới hạn: \(a[0]) (\(a[1]))", "Beyond the limit: \(a[0]) (\(a[1]))"),
        ("Chia nhỏ tệp", "Cut the file into smaller ones")
      )
    case .cellError:
      (
        ("Ô có lỗi \(a[0])", "The cell holds the error \(a[0])"),
        ("Sửa công thức của ô", "Mend the formula of the cell")
      )
    case .xml:
      (
        ("Không đọc được XML: \(a.rest(from: 0))", "The XML is refused: \(a.rest(from: 0))"),
        ("Sửa ở vị trí đã nêu", "Mend it at the place named")
      )
    case .notXForm:
      (
        ("Đây không phải XForm: thiếu \(a[0])", "This is no XForm: \(a[0]) is missing"),
        ("Dùng tệp XForm của ODK", "Use an XForm as ODK writes it")
      )
    case .unsupported:
      (
        ("XForm dùng \(a[0]), không hỗ trợ", "The XForm uses \(a[0]), which is not supported"),
        ("Bỏ phần đó", "Remove it")
      )
    case .unknownNode:
      (
        ("Không có nút \(a[0]) trong instance", "The instance has no node \(a[0])"),
        ("Sửa nodeset hoặc ref", "Mend nodeset or ref")
      )
    case .csv:
      (
        ("Không đọc được CSV: \(a.rest(from: 0))", "The CSV is refused: \(a.rest(from: 0))"),
        ("Lưu lại dạng CSV UTF-8", "Save it as CSV UTF-8")
      )
    case .geoJSON:
      (
        ("Không đọc được GeoJSON: \(a[0])", "The GeoJSON is refused: \(a[0])"),
        ("Kiểm tra lại tệp", "Check the file")
      )
    case .dataFormat:
      (
        ("Tệp \(a[0]) không dùng làm danh sách được", "Choices cannot come from \(a[0])"),
        ("Dùng .csv, .xml hoặc .geojson", "Use .csv, .xml or .geojson")
      )
    case .fileMissing, .fileUnreadable, .fileTooLarge, .fileFormat, .fileOutside, .encoding, .yamlSyntax, .duplicateKey,
      .yamlAnchor, .yamlAlias, .yamlTag, .tooDeep, .expectedMap, .expectedList, .expectedText, .unknownColumn,
      .missingColumn, .duplicateColumn, .missingType, .endWithoutBegin, .beginWithoutEnd, .beginEndMismatch,
      .missingList, .badValue:
      (("", ""), ("", ""))
    }
  }
}
