internal import FormFiles

// Files and YAML.
extension FormFileProblemPhrase {
  static func files(_ code: FormFileProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .fileMissing:
      ProblemWords(
        "Không thấy tệp \(given[0])", "There is no file \(given[0])",
        do: "Kiểm tra tên và thư mục", "Check the name and the folder")
    case .fileUnreadable:
      ProblemWords(
        "Không đọc được tệp \(given[0])\(detail(given[1]))", "The file \(given[0]) cannot be read\(detail(given[1]))",
        do: "Kiểm tra quyền đọc và ổ đĩa", "Check the permissions and the disk")
    case .fileTooLarge:
      ProblemWords(
        "Tệp \(given[0]) lớn hơn \(given[1]) MiB", "The file \(given[0]) is larger than \(given[1]) MiB",
        do: "Chuyển danh sách dài sang tệp CSV riêng", "Move long lists to CSV files")
    case .fileFormat:
      ProblemWords(
        "Tệp \(given[0]) không phải phiếu", "The file \(given[0]) is no form",
        do: "Dùng .yaml, .xlsx hoặc .xml", "Use .yaml, .xlsx or .xml")
    case .fileOutside:
      ProblemWords(
        "Tệp \(given[0]) nằm ngoài thư mục các phiếu", "The file \(given[0]) lies outside the forms folder",
        do: "Chép tệp vào thư mục của phiếu và ghi tên ngắn", "Copy it into the form's folder and write its bare name")
    case .dataFormat:
      ProblemWords(
        "Không lấy được mục chọn từ tệp \(given[0])", "Choices cannot come from the file \(given[0])",
        do: "Dùng .csv, .xml hoặc .geojson", "Use .csv, .xml or .geojson")
    default:
      ProblemWords(
        "Tệp không phải UTF-8\(detail(given[0]))", "The file is not UTF-8\(detail(given[0]))",
        do: "Lưu lại với bảng mã UTF-8 (Unicode)", "Save it again as UTF-8")
    }
  }

  private static func detail(_ text: String) -> String { text.isEmpty ? "" : " (\(text))" }

  static func yaml(_ code: FormFileProblemCode, _ given: ProblemArguments) -> ProblemWords {
    switch code {
    case .yamlSyntax:
      ProblemWords(
        "Không đọc được YAML\(detail(given[0]))", "The YAML cannot be read\(detail(given[0]))",
        do: "Xem thụt đầu dòng, dấu hai chấm và dấu nháy ở chỗ này", "Check indentation, colons and quotes here")
    case .duplicateKey:
      ProblemWords(
        "“\(given[0])” được viết hai lần", "“\(given[0])” is given twice",
        do: "Bỏ một chỗ", "Remove one of them")
    case .yamlAnchor:
      ProblemWords(
        "Không dùng được dấu & (\(given[0]))", "Anchors (\(given[0])) cannot be used",
        do: "Viết hẳn nội dung ra; nếu là chữ thì đặt trong nháy", "Write the content out; quote it if it is text")
    case .yamlAlias:
      ProblemWords(
        "Không dùng được dấu * (\(given[0]))", "Aliases (\(given[0])) cannot be used",
        do: "Viết hẳn nội dung ra; nếu là chữ thì đặt trong nháy", "Write the content out; quote it if it is text")
    case .yamlTag:
      ProblemWords(
        "Không dùng được dấu ! (\(given[0]))", "Tags (\(given[0])) cannot be used",
        do: "Bỏ dấu này; nếu là chữ thì đặt trong nháy", "Remove it; quote it if it is text")
    case .tooDeep:
      ProblemWords(
        "Lồng nhau quá \(given[0]) tầng", "Nested deeper than \(given[0])",
        do: "Bỏ bớt nhóm", "Use fewer groups")
    case .expectedMap:
      ProblemWords(
        "\(given[0]) phải là các cặp tên: giá trị", "\(given[0]) must be pairs of key: value",
        do: "Viết mỗi cặp một dòng, thụt vào như nhau", "Write one pair a line, indented alike")
    case .expectedList:
      ProblemWords(
        "\(given[0]) phải là danh sách", "\(given[0]) must be a list",
        do: "Viết mỗi mục một dòng, bắt đầu bằng “- ”", "Write one item a line, beginning with “- ”")
    default:
      ProblemWords(
        "\(given[0]) phải là chữ", "\(given[0]) must be a text",
        do: "Viết trên một dòng, đặt trong nháy nếu có dấu : hoặc #", "Write it on one line, in quotes if it has : or #"
      )
    }
  }
}
