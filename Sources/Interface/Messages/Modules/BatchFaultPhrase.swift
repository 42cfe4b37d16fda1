package import Batches

/// The words for what a check of a batch found.
package enum BatchFaultPhrase {
  /// What is wrong with a batch and the way out, under the word that `batch verify` prints.
  package static func problem(_ kind: BatchFault.Kind) -> ProblemPhrase {
    words(kind).phrase(kind.word)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints file and line.
  package static func text(_ kind: BatchFault.Kind, language: String) -> String {
    problem(kind).line(language: language)
  }

  private static let again = (
    "Chép lại gói từ máy gửi; dữ liệu gốc vẫn ở đó", "Copy the batch again from the sender, who still has the data"
  )

  private static func faulty(_ vietnamese: String, _ english: String) -> ProblemWords {
    ProblemWords(vietnamese, english, do: again.0, again.1)
  }

  private static func words(_ kind: BatchFault.Kind) -> ProblemWords {
    switch kind {
    case .missing: faulty("Thiếu tệp này trong gói", "This file of the batch is not there")
    case .changed: faulty("Tệp này đã bị thay đổi", "This file was changed")
    case .extra:
      ProblemWords(
        "Tệp này không thuộc gói", "This file does not belong to the batch",
        do: "Chuyển tệp lạ ra ngoài rồi kiểm tra lại", "Move it away and check again")
    case .special:
      ProblemWords(
        "Đây là liên kết hoặc tệp đặc biệt nên không đọc", "This is a link or a special file, so it is passed over",
        do: "Đừng nhập gói này; xin người gửi chép lại", "Do not import it; ask the sender for it again")
    case .path(let path):
      ProblemWords(
        "Bản kê nhắc đến tệp ngoài gói: \(path.debugDescription)",
        "The manifest names a file outside of the batch: \(path.debugDescription)",
        do: "Đừng nhập gói này; xin người gửi chép lại", "Do not import it; ask the sender for it again")
    case .unreadable: faulty("Không đọc được tệp hay thư mục này", "This file or folder cannot be read")
    case .manifest:
      ProblemWords(
        "Không đọc được bản kê của gói", "The manifest cannot be understood",
        do: "Cập nhật chương trình nếu gói mới hơn, hoặc chép lại gói",
        "Update the program if the batch is newer, or copy it again")
    case .line(let damage): faulty(DamagePhrase.problem(damage).vietnamese, DamagePhrase.problem(damage).english)
    case .foreignLine: faulty("Dòng này không được có trong gói", "The line does not belong into a batch")
    case .recordMissing(let record):
      faulty("Thiếu phiếu \(record) có trong bản kê", "The record \(record) of the manifest is not there")
    case .recordUnknown(let record):
      faulty("Phiếu \(record) không có trong bản kê", "The manifest does not name the record \(record)")
    case .attachmentMissing(let record, let name):
      faulty(
        "Thiếu tệp đính kèm \(name) của phiếu \(record)", "The attachment \(name) of the record \(record) is not there")
    case .form: faulty("Mẫu phiếu trong gói đã bị thay đổi", "A form in the batch was changed")
    case .signature:
      ProblemWords(
        "Chữ ký không khớp với bản kê", "The signature does not fit the manifest",
        do: "Đừng nhập gói này; xin người gửi chép lại", "Do not import it; ask the sender for it again")
    case .sealed: faulty("Gói niêm phong đã bị sửa hoặc bị cắt cụt", "The sealed file was changed or cut off")
    case .unfinished:
      ProblemWords(
        "Gói này ghi dở, chưa xong", "The batch was never finished",
        do: "Tạo lại gói: khaosat batch create", "Make it again: khaosat batch create")
    }
  }
}
