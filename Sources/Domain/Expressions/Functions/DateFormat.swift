/// Prints dates by patterns such as `%d/%m/%Y`.
enum DateFormat {
  /// The text; nil when the pattern has a letter that means nothing.
  static func text(_ date: CalendarValue, _ pattern: String, language: String) -> String? {
    let day = date.day
    let seconds = date.millisecondsOfDay / 1000
    var text = ""
    var isCode = false
    for character in pattern {
      guard isCode else {
        if character == "%" { isCode = true } else { text.append(character) }
        continue
      }
      isCode = false
      switch character {
      case "%": text += "%"
      case "Y": text += padded(day.year, 4)
      case "y": text += padded(day.year % 100, 2)
      case "m": text += padded(day.month, 2)
      case "n": text += String(day.month)
      case "b": text += month(day.month, language)
      case "B": text += fullMonth(day.month, language)
      case "d": text += padded(day.day, 2)
      case "e": text += String(day.day)
      case "a": text += weekday(day.weekday, language)
      case "A": text += fullWeekday(day.weekday, language)
      case "H": text += padded(seconds / 3600, 2)
      case "h": text += String(seconds / 3600)
      case "M": text += padded(seconds / 60 % 60, 2)
      case "S": text += padded(seconds % 60, 2)
      case "3": text += padded(date.millisecondsOfDay % 1000, 3)
      default: return nil
      }
    }
    return isCode ? nil : text
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func isVietnamese(_ language: String) -> Bool {
    let name = language.lowercased()
    return name == "vi" || name.hasPrefix("vi-") || name.contains("(vi") || name.contains("tiếng việt")
      || name.contains("vietnam")
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let fullMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let fullWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let vietnameseWeekdays = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"]
  private static let fullVietnameseWeekdays = [
    "Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy",
  ]

  private static func month(_ month: Int, _ language: String) -> String {
    isVietnamese(language) ? "thg \(month)" : months[month - 1]
  }

  private static func fullMonth(_ month: Int, _ language: String) -> String {
    isVietnamese(language) ? "tháng \(month)" : fullMonths[month - 1]
  }

  private static func weekday(_ day: Int, _ language: String) -> String {
    isVietnamese(language) ? vietnameseWeekdays[day] : weekdays[day]
  }

  private static func fullWeekday(_ day: Int, _ language: String) -> String {
    isVietnamese(language) ? fullVietnameseWeekdays[day] : fullWeekdays[day]
  }
}
