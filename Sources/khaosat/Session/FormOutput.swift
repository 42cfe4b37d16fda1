internal import FormFiles
internal import Forms

/// Writes a form that leaves: the main file, the data files beside it, and words on what is lost on the way.
enum FormOutput {
  /// Writes everything of an export.
  static func write(_ export: FormExport, main: String, from folder: FormFolder, language: String) throws {
    let place = FormFiles.folder(of: main)
    try HostFile.write(export.bytes, to: main)
    for file in export.files { try HostFile.write(file.bytes, to: place + "/" + file.name) }
    for attachment in export.attachments {
      let bytes = try folder.bytes(
        of: attachment.reference, limit: FormFileLimits().data, at: SourcePosition(file: main))
      try HostFile.write(bytes, to: place + "/" + attachment.name)
    }
    for loss in export.losses { Printer.words(words(loss, isEnglish: language == "en")) }
  }

  private static func words(_ loss: FormLoss, isEnglish: Bool) -> String {
    let what = loss.arguments.joined(separator: " → ")
    let text =
      switch loss.code {
      case .function:
        isEnglish ? "function replaced by a weaker check: \(what)" : "hàm được thay bằng kiểm tra yếu hơn: \(what)"
      case .unknownFunction: isEnglish ? "others do not know \(what)" : "phần mềm khác không có hàm \(what)"
      case .warning: isEnglish ? "the soft check is not made elsewhere" : "phần mềm khác không kiểm tra cảnh báo này"
      case .missing:
        isEnglish ? "no reasons for a missing answer elsewhere" : "phần mềm khác không nhận lý do thiếu câu trả lời"
      case .typingHelp: isEnglish ? "no typing help elsewhere" : "phần mềm khác không hỗ trợ gõ"
      case .unit: isEnglish ? "the unit is not shown elsewhere" : "phần mềm khác không hiện đơn vị"
      case .personal: isEnglish ? "not marked as personal elsewhere" : "phần mềm khác không đánh dấu dữ liệu cá nhân"
      case .titles: isEnglish ? "only the title of the default language" : "chỉ giữ tiêu đề của ngôn ngữ mặc định"
      case .construct: isEnglish ? "cannot be said in this format: \(what)" : "định dạng này không ghi được: \(what)"
      }
    return loss.question.isEmpty ? text : "\(loss.question): \(text)"
  }
}
