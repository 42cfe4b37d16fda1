internal import Journal

/// The words for system calls that failed: full, write-protected, broken, missing, taken, or else the bare reason.
enum SystemFailureWords {
  /// What the system refused and the way out.
  static func words(_ failure: SystemFailure) -> ProblemWords {
    let what = verb(failure.call)
    let says = ("\(what.0): \(failure.path)", "\(what.1): \(failure.path)")
    let advice = advice(failure)
    return ProblemWords(
      "\(advice.reason.0). \(says.0)", "\(advice.reason.1). \(says.1)", do: advice.wayOut.0, advice.wayOut.1)
  }

  private static func verb(_ call: SystemCall) -> (String, String) {
    switch call {
    case .open: ("Không mở được", "Cannot open")
    case .read: ("Không đọc được", "Cannot read")
    case .write: ("Không ghi được", "Cannot write")
    case .fdatasync: ("Không ghi chắc dữ liệu xuống đĩa được", "Cannot bring the data to the disk")
    case .fsync: ("Không ghi chắc tệp xuống đĩa được", "Cannot bring the file to the disk")
    case .close: ("Không đóng được", "Cannot close")
    case .size: ("Không xem được kích thước", "Cannot see the size of")
    case .rename: ("Không đổi tên được", "Cannot rename")
    case .unlink: ("Không xóa được", "Cannot remove")
    case .mkdir: ("Không tạo được thư mục", "Cannot make the folder")
    case .list: ("Không xem được thư mục", "Cannot list the folder")
    case .lock: ("Không khóa được", "Cannot lock")
    }
  }

  private static func advice(_ failure: SystemFailure) -> (reason: (String, String), wayOut: (String, String)) {
    if failure.isFull {
      (
        ("Đĩa đầy", "The disk is full"),
        (
          "Xóa bớt tệp hoặc lưu sang USB; câu trả lời vẫn còn trên màn hình",
          "Free some space or save to a stick; the answers are still on the screen"
        )
      )
    } else if failure.isReadOnly {
      (
        ("Không có quyền ghi", "Writing is not allowed"),
        (
          "Bỏ khóa ghi của thẻ nhớ, hoặc chọn kho khác bằng --store",
          "Unlock the card, or choose another store with --store"
        )
      )
    } else if failure.isMissing {
      (
        ("Không còn tệp hay thư mục này", "The file or folder is not there"),
        ("Cắm lại USB hoặc thẻ nhớ, kiểm tra đường dẫn", "Plug the stick or card in again, check the path")
      )
    } else if failure.isLocked {
      (
        ("Chương trình khác đang dùng", "Another program uses it"),
        ("Đóng cửa sổ khảo sát kia rồi thử lại", "Close the other window and try again")
      )
    } else if failure.name == "EIO" || failure.name == "ENODEV" {
      (
        ("Ổ đĩa lỗi hoặc đã rút ra", "The disk fails or was pulled out"),
        (
          "Không tắt máy; lưu sang USB ngay rồi thay ổ",
          "Keep the machine on; save to a stick now, then change the disk"
        )
      )
    } else {
      (
        ("Máy báo lỗi \(failure.name)", "The system says \(failure.name)"),
        (
          "Thử lại; nếu vẫn lỗi, lưu sang USB và báo người phụ trách",
          "Try again; if it stays, save to a stick and tell whoever is in charge"
        )
      )
    }
  }
}
