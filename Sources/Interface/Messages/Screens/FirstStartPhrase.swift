/// What the questions of a first start say.
package enum FirstStartPhrase: PairedPhrase {
  case title, welcome
  case person, team, laptop, clock
  case typing, typingOff, typingKey
  case typingHint, personHint, teamHint, laptopHint, clockHint
  case clockIsRight, language
  case required

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Khảo sát · lần mở đầu tiên", "Survey · first start")
    case .welcome:
      (
        "Trước khi bắt đầu, chương trình cần biết ai ngồi máy. Mọi câu trả lời sẽ ghi kèm tên này.",
        "Before we begin: who sits at this machine? Every answer is kept with this name."
      )
    case .person: ("Người nhập", "Person")
    case .team: ("Đoàn khảo sát", "Team")
    case .laptop: ("Tên máy", "Laptop")
    case .clock: ("Đồng hồ máy", "Clock")
    case .typing: ("Gõ tiếng Việt", "Vietnamese")
    case .typingOff: ("tắt", "off")
    case .typingKey: ("Alt-Z đổi", "Alt-Z changes")
    case .typingHint:
      (
        "← → đổi: tắt, Telex, VNI. Bàn phím đã gõ được dấu thì để tắt.",
        "← → change: off, Telex, VNI. Leave it off when the keyboard types accents itself."
      )
    case .personHint: ("Họ và tên người ngồi máy.", "First and last name of whoever types.")
    case .teamHint: ("Ví dụ: Đoàn 1. Có thể bỏ trống.", "For example: Team 1. May be empty.")
    case .laptopHint: ("Tên dán trên máy, để biết dữ liệu từ máy nào.", "The name on its sticker.")
    case .clockHint:
      (
        "Ngày giờ này đúng thì Enter. Sai thì F10, chỉnh đồng hồ của máy rồi mở lại.",
        "Enter when this is right. Otherwise F10, set the clock and start again."
      )
    case .clockIsRight: ("Enter: đúng, bắt đầu", "Enter: right, begin")
    case .language: ("Ngôn ngữ", "Language")
    case .required: ("Cần có họ tên để bắt đầu.", "A name is needed to begin.")
    }
  }
}
