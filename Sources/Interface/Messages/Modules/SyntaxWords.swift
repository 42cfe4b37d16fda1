/// Names of the parts of formulas and patterns, in both languages.
enum SyntaxWords {
  /// What a formula needs at a place, by the word that the parser gives.
  static func wanted(_ word: String) -> (String, String) {
    switch word {
    case "operator": ("phép toán như + = and or", "an operator such as + = and or")
    case "operand": ("một giá trị: số, chữ trong nháy, ${tên}", "a value: a number, a quoted text, ${name}")
    case "axis": ("tên trục như parent, child", "an axis such as parent or child")
    case "step", "name": ("tên câu hỏi", "the name of a question")
    case "closing-parenthesis": ("dấu )", "a closing )")
    case "closing-bracket": ("dấu ]", "a closing ]")
    case "comma-or-parenthesis": ("dấu phẩy hoặc dấu )", "a comma or a closing )")
    default: ("ký tự dùng được trong công thức", "a character that formulas use")
    }
  }

  /// The kind of a value.
  static func kind(_ word: String) -> (String, String) {
    switch word {
    case "number": ("số", "a number")
    case "string": ("chữ", "a text")
    case "boolean": ("đúng/sai", "true or false")
    case "date", "dateTime": ("ngày", "a date")
    default: ("giá trị này", "this value")
    }
  }

  /// Why a pattern cannot be read.
  static func patternReason(_ word: String) -> (String, String) {
    switch word {
    case "bracket": ("dấu [ chưa đóng", "a [ is not closed")
    case "parenthesis": ("dấu ngoặc ( ) không khớp", "parentheses do not match")
    case "range": ("khoảng viết ngược", "a range goes backwards")
    case "escape": ("dấu \\ đứng sai chỗ", "a \\ that means nothing")
    case "quantifier": ("* + ? { } không có gì đứng trước hoặc viết sai", "* + ? or { } stands wrong")
    case "property": ("không có nhóm ký tự này", "no such class of characters")
    case "group", "group-name": ("nhóm (?…) viết sai", "a group (?…) is written wrong")
    case "reference": ("nhắc đến nhóm không có", "it refers to a group that is not there")
    case "depth": ("quá nhiều ngoặc lồng nhau", "too many parentheses inside each other")
    case "length": ("quá dài", "too long")
    default: ("không đọc được", "it cannot be read")
    }
  }
}
