package import Journal

/// What is wrong with a stretch of a log.
package enum DamagePhrase {
  /// A damage in a language by its code.
  package static func text(_ kind: DamageKind, language: String) -> String {
    problem(kind).text(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// A damage, and the way out: what can be read is kept, and a lost line comes back from another machine.
  package static func problem(_ kind: DamageKind) -> ProblemPhrase {
    ProblemPhrase(
      "damage." + kind.rawValue, words(kind),
      wayOut: (
        "Những gì đọc được vẫn giữ nguyên; dòng mất có thể lấy lại từ máy khác hoặc từ USB đã xuất",
        "What can be read is kept; a lost line comes back from another machine or an exported stick"
      ))
  }

  private static func words(_ kind: DamageKind) -> (String, String) {
    switch kind {
    case .torn: ("tệp đứt giữa dòng", "the file ends inside a line")
    case .zeros:
      ("chỉ có byte 0 (mất điện khi chưa kịp ghi)", "nothing but NUL bytes (power cut before the disk had them)")
    case .frame: ("không phải dòng nhật ký", "not a line of a journal")
    case .checksum: ("sai tổng kiểm tra: byte đã bị đổi", "the checksum does not fit: bytes were changed")
    case .json: ("không phải JSON", "not JSON")
    case .tooLong: ("dòng quá dài", "longer than a line may be")
    case .chain:
      ("không nối với dòng trước: dòng bị sửa hoặc tráo", "does not name the line before: changed or exchanged")
    case .order: ("đứng sau một dòng mới hơn", "stands behind a later line")
    case .duplicate: ("dòng có hai lần", "the line stands twice")
    case .foreign: ("dòng của máy hoặc kỳ khác", "belongs to another device or epoch")
    case .seal: ("niêm phong không khớp", "the seal does not fit the file")
    case .behindSeal: ("có nội dung sau niêm phong", "something stands behind the seal")
    case .head: ("tệp không bắt đầu bằng dòng đầu", "the file does not begin with a head")
    case .clock: ("đồng hồ chạy lùi", "a clock value goes back")
    case .name: ("tên tệp lạ", "the file name is not one of ours")
    case .dead: ("phần bỏ đã bị đổi", "bytes named as dead have changed")
    case .media: ("tệp đính kèm đã bị đổi", "an attachment does not fit its name")
    case .mediaMissing: ("thiếu tệp đính kèm", "an attachment is missing")
    case .form: ("mẫu phiếu đã bị đổi", "a form definition does not fit its name")
    case .unreadable: ("không đọc được tệp hoặc thư mục", "a file or directory cannot be read")
    }
  }
}
