internal import Journal
internal import Media
package import Records

/// Why the store did not do what was asked.
package enum StorePhrase {
  /// A problem in words.
  package static func problem(_ problem: StoreProblem) -> ProblemPhrase {
    let (says, wayOut) = words(problem)
    return ProblemPhrase("store." + problem.code, says, wayOut: wayOut)
  }

  /// Why nothing can be written, when a notice of the store says so.
  package static func readOnlyReason(_ notice: StoreNotice) -> ProblemPhrase? {
    switch notice {
    case .locked: problem(.journal(.locked))
    case .cannotWrite(let problem): self.problem(problem)
    case .copiedFromAnotherMachine, .newEpoch, .fork: nil
    }
  }

  private static func words(_ problem: StoreProblem) -> ProblemWords {
    switch problem {
    case .journal(let problem): journal(problem)
    case .media(let problem): media(problem)
    case .system(let failure): system(failure)
    case .readOnly:
      (
        (
          "Kho dữ liệu chỉ để xem: cửa sổ khác đang mở, hoặc ổ đĩa không cho ghi",
          "The store is read-only: it is open elsewhere, or the disk cannot be written"
        ),
        ("Đóng cửa sổ kia rồi mở lại", "Close the other window and start again")
      )
    case .deviceFile(let path):
      (
        ("Không hiểu tệp nhận dạng máy \(path)", "The device file \(path) cannot be understood"),
        ("Giữ nguyên thư mục và báo người phụ trách", "Leave the folder as it is and tell the person in charge")
      )
    case .unknownRecord(let record):
      (
        ("Không có phiếu \(record)", "There is no record \(record)"),
        ("Xem danh sách: khaosat records", "See the list: khaosat records")
      )
    case .unknownForm(let hash):
      (
        ("Kho không có mẫu phiếu \(hash.prefix(12))", "The store has no form \(hash.prefix(12))"),
        ("Chép thư mục forms từ máy đã nhập phiếu", "Copy the forms folder from the machine that filled it")
      )
    case .formChanged(let hash):
      (
        ("Mẫu phiếu \(hash.prefix(12)) trong kho đã bị sửa", "The form \(hash.prefix(12)) in the store was changed"),
        (
          "Lấy lại từ máy khác; đừng sửa tệp trong kho",
          "Take it back from another machine; do not edit files of the store"
        )
      )
    case .badFileName(let name):
      (
        ("Tên tệp “\(name)” không dùng được trong mẫu phiếu", "The file name “\(name)” is not allowed in a form"),
        ("Đổi tên tệp: chữ không dấu, số, gạch", "Rename it: letters, digits, dashes")
      )
    }
  }

  private static func journal(_ problem: JournalProblem) -> ProblemWords {
    switch problem {
    case .system(let failure): system(failure)
    case .lineTooLong(let length):
      (
        ("Câu trả lời quá dài (\(length) byte)", "The answer is too long (\(length) bytes)"),
        ("Rút ngắn, hoặc đính kèm thành tệp", "Shorten it, or attach it as a file")
      )
    case .closed:
      (("Nhật ký đã đóng", "The journal is closed"), ("Mở lại chương trình", "Start the program again"))
    case .locked:
      (
        ("Cửa sổ khác đang mở kho này: ở đây chỉ xem được", "Another window has this store open: read-only here"),
        ("Đóng cửa sổ kia rồi mở lại", "Close the other window and start again")
      )
    case .noSegmentName(let path):
      (
        ("Không còn tên tệp trống trong \(path)", "No free file name is left in \(path)"),
        ("Báo người phụ trách", "Tell the person in charge")
      )
    case .badName(let name):
      (("Tên “\(name)” không dùng được", "The name “\(name)” is not allowed"), ("Chọn tên khác", "Choose another name"))
    }
  }

  private static func media(_ problem: MediaProblem) -> ProblemWords {
    switch problem {
    case .system(let failure): system(failure)
    case .badExtension(let ending):
      (
        ("Đuôi tệp “\(ending)” không nhận", "The file ending “\(ending)” is not taken"),
        ("Dùng tệp như .jpg, .png, .pdf", "Use a file like .jpg, .png, .pdf")
      )
    case .changed(let name):
      (
        ("Tệp đính kèm \(name) đã bị đổi", "The attachment \(name) was changed"),
        ("Lấy lại từ máy khác hoặc USB đã xuất", "Take it back from another machine or an exported stick")
      )
    }
  }

  /// Words about a failed system call, for every module that makes them.
  static func system(_ failure: SystemFailure) -> ProblemWords {
    if failure.isFull {
      return (
        ("Ổ đĩa đầy (\(failure.path))", "The disk is full (\(failure.path))"),
        (
          "Xóa bớt tệp khác hoặc cắm USB; câu trả lời vẫn còn trên màn hình",
          "Free some space or use a stick; the answers are still on the screen"
        )
      )
    }
    if failure.isReadOnly {
      return (
        ("Không được ghi vào \(failure.path)", "\(failure.path) cannot be written"),
        ("Chọn thư mục khác, hoặc mở khóa ghi của USB", "Choose another folder, or unlock the stick")
      )
    }
    if failure.isMissing {
      return (
        ("Không có \(failure.path)", "There is no \(failure.path)"),
        ("Kiểm tra đường dẫn, cắm lại USB", "Check the path, plug the stick in again")
      )
    }
    return (
      ("Ổ đĩa báo lỗi \(failure.name) ở \(failure.path)", "The disk reports \(failure.name) at \(failure.path)"),
      ("Chép dữ liệu ra USB ngay và báo người phụ trách", "Copy the data to a stick now and tell the person in charge")
    )
  }
}
