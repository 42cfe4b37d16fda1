/// What help and palette say.
package enum HelpPhrase: PairedPhrase {
  case title, palette
  case typing, control, saved, ascii
  case here, everywhere

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .title: ("Trợ giúp", "Help")
    case .palette: ("Lệnh", "Commands")
    case .typing:
      (
        "Gõ không dấu cũng tìm được: \u{201C}dai son\u{201D} ra Đại Sơn.",
        "Searching needs no accents: \u{201C}dai son\u{201D} finds Đại Sơn."
      )
    case .control: ("^K nghĩa là giữ Ctrl và bấm K.", "^K means: hold Ctrl and press K.")
    case .saved:
      (
        "\u{201C}đã lưu\u{201D} chỉ hiện khi câu trả lời đã nằm trên ổ đĩa. Tắt máy lúc nào cũng mở lại đúng câu.",
        "\u{201C}saved\u{201D} appears only when the answer is on the disk. Switch off at any time: it opens at the same question."
      )
    case .ascii:
      (
        "Dấu: · chưa làm, ✓ đã trả lời, ! lỗi, ? cảnh báo, - không có câu trả lời, * ghi chú, = bảng.",
        "Marks: · not yet, ✓ answered, ! error, ? warning, - no answer, * note, = table."
      )
    case .here: ("Ở màn hình này", "On this screen")
    case .everywhere: ("Ở mọi nơi", "Everywhere")
    }
  }
}
