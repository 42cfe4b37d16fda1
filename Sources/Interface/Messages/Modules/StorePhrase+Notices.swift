internal import Journal
package import Records

// What the surveyor should know about how the store was opened.
extension StorePhrase {
  /// The words for a notice.
  package static func notice(_ notice: StoreNotice) -> ProblemPhrase {
    switch notice {
    case .locked:
      ProblemWords(
        "Chỉ xem: một cửa sổ khảo sát khác đang mở kho này", "Read-only: another window has this store open",
        do: "Đóng cửa sổ kia rồi mở lại", "Close the other window, then start again"
      ).phrase("notice-locked")
    case .cannotWrite(let cause):
      cannotWrite(cause).phrase("notice-cannot-write")
    case .copiedFromAnotherMachine(let old):
      ProblemWords(
        "Kho này chép từ máy \(old); máy này ghi dưới tên mới, dữ liệu cũ còn đủ",
        "This store came from the machine \(old); this one writes under a new name, all old data are kept",
        do: "Không cần làm gì; chỉ đi tiếp trên một máy", "Nothing to do; go on with one machine only"
      ).phrase("notice-copied")
    case .newEpoch(let previous):
      ProblemWords(
        "Nhật ký \(previous) bị hỏng ở cuối; đã mở đoạn mới, phần đọc được còn đủ",
        "The log \(previous) was damaged at its end; a new one was begun, what can be read is kept",
        do: "Xem lại phiếu làm gần nhất, rồi chạy: khaosat verify", "Look at the last record, then run: khaosat verify"
      ).phrase("notice-new-epoch")
    case .missingTail(let device, let lines):
      ProblemWords(
        "Nhật ký của máy \(device) thiếu \(lines) dòng cuối đã từng có",
        "The log of the machine \(device) lacks its last lines, \(lines) of them",
        do: "Lấy lại từ bản sao: khaosat repair --from THƯ_MỤC", "Take them back from a copy: khaosat repair --from DIR"
      ).phrase("notice-missing-tail")
    case .fork(let fork):
      ProblemWords(
        "Hai máy cùng ghi dưới tên \(fork.device) từ dòng \(fork.number); giữ cả hai",
        "Two machines wrote under the name \(fork.device) from line \(fork.number) on; both are kept",
        do: "Đừng dùng kho chép từ máy khác; xem các câu trả lời khác nhau trong lịch sử phiếu",
        "Do not work in a copied store; see differing answers in the history of the record"
      ).phrase("notice-fork")
    }
  }

  /// Why nothing can be written, when the notice says so; nil for notices that do not stop anybody.
  package static func readOnlyReason(_ notice: StoreNotice) -> ProblemPhrase? {
    switch notice {
    case .locked, .cannotWrite: self.notice(notice)
    case .copiedFromAnotherMachine, .newEpoch, .missingTail, .fork: nil
    }
  }

  private static func cannotWrite(_ cause: StoreProblem) -> ProblemWords {
    let phrase = problem(cause)
    return ProblemWords(
      "Chỉ xem: \(phrase.vietnamese)", "Read-only: \(phrase.english)", do: phrase.vietnameseWayOut,
      phrase.englishWayOut)
  }
}
