/// Finished records that do not leave yet.
enum WaitingRecords {
  /// Says which records wait because their answers say something else by now than what was finished.
  static func tell(_ records: [String], isEnglish: Bool) {
    guard !records.isEmpty else { return }
    let names = records.joined(separator: ", ")
    Printer.words(
      isEnglish
        ? "left out, finished and changed since: \(names). Reopen, look, finish again."
        : "chưa xuất, đã hoàn tất nhưng câu trả lời nay đã khác: \(names). Mở lại, xem, rồi hoàn tất lại.")
  }
}
