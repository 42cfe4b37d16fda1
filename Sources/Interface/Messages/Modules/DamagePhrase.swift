package import Journal

/// The words for what a check of the logs found.
package enum DamagePhrase {
  /// What is wrong with a stretch of a log and the way out, under the code that `verify` prints.
  package static func problem(_ kind: DamageKind) -> ProblemPhrase {
    words(kind).phrase(kind.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en". The caller prints file, line and kind.
  package static func text(_ kind: DamageKind, language: String) -> String {
    problem(kind).line(language: language)
  }

  private static func words(_ kind: DamageKind) -> ProblemWords {
    switch kind {
    case .torn, .zeros, .frame, .checksum, .json, .tooLong, .unreadable, .special: line(kind)
    case .chain, .altered, .order, .duplicate, .foreign, .clock: order(kind)
    case .seal, .behindSeal, .head, .name, .dead: segment(kind)
    case .media, .mediaMissing, .form, .payload, .lockMissing: file(kind)
    }
  }

  private static let copy = (
    "Lấy lại từ bản sao: khaosat repair --from THƯ_MỤC", "Take it back from a copy: khaosat repair --from FOLDER"
  )

  private static func lost(_ vietnamese: String, _ english: String) -> ProblemWords {
    ProblemWords(vietnamese, english, do: copy.0, copy.1)
  }

  private static func line(_ kind: DamageKind) -> ProblemWords {
    switch kind {
    case .torn:
      ProblemWords(
        "Dòng cuối ghi dở, thường do mất điện", "The last line is cut off, as a power cut leaves it",
        do: "Lần mở sau chương trình ghi tiếp bên cạnh; dòng này chưa được báo là đã lưu",
        "The program goes on beside it; this line was never shown as saved")
    case .zeros:
      ProblemWords(
        "Đoạn này chỉ có byte 0, do mất điện khi chưa ghi xong", "Nothing but zero bytes, as a power cut leaves them",
        do: "Đổi thẻ hoặc ổ nếu lặp lại; lấy lại từ bản sao: khaosat repair --from THƯ_MỤC",
        "Change the disk if it happens again; take it back from a copy: khaosat repair --from FOLDER")
    case .frame: lost("Không phải dòng nhật ký", "Not a line of a journal")
    case .checksum: lost("Mã kiểm tra không khớp: dữ liệu đã bị đổi", "The checksum does not fit: bytes were changed")
    case .json: lost("Nội dung dòng không đọc được", "The content of the line cannot be read")
    case .special:
      ProblemWords(
        "Đây là liên kết hoặc tệp đặc biệt nên không đọc", "This is a link or a special file, so it is passed over",
        do: "Xóa nó khỏi thư mục; dữ liệu thật luôn là tệp thường",
        "Delete it from the folder; real data are plain files")
    case .tooLong: lost("Dòng dài quá mức", "The line is longer than a line may be")
    default:
      ProblemWords(
        "Không đọc được tệp hay thư mục này", "This file or folder cannot be read",
        do: "Kiểm tra ổ đĩa và quyền đọc; nếu hỏng: khaosat repair --from THƯ_MỤC",
        "Check the disk and the permissions; if it is broken: khaosat repair --from FOLDER")
    }
  }

  private static func order(_ kind: DamageKind) -> ProblemWords {
    switch kind {
    case .chain:
      lost(
        "Dòng này không nối với dòng trước: đã bị sửa hoặc tráo",
        "It does not follow the line before: changed or swapped")
    case .altered:
      ProblemWords(
        "Dòng này đã bị sửa; dòng gốc vẫn còn và được dùng",
        "This line was changed; the genuine one is here and is the one that counts",
        do: "Không mất gì; hỏi xem ai đã sửa bản sao này", "Nothing is lost; ask who changed that copy")
    case .order: lost("Dòng đứng sai thứ tự", "The line stands behind a later one")
    case .duplicate:
      ProblemWords(
        "Dòng này có hai lần trong một tệp", "The line stands twice in one file",
        do: "Không mất gì; đừng sửa tay các tệp nhật ký", "Nothing is lost; do not edit logs by hand")
    case .foreign:
      ProblemWords(
        "Dòng này thuộc máy hoặc đợt ghi khác", "The line belongs to another device or epoch",
        do: "Đừng ghép tay các tệp; nhập bằng khaosat batch import",
        "Do not join files by hand; use khaosat batch import")
    default:
      ProblemWords(
        "Đồng hồ trong nhật ký lùi lại", "A clock value of the log goes back",
        do: "Đặt đúng ngày giờ của máy; dữ liệu vẫn dùng được", "Set the machine's clock; the data can be used")
    }
  }

  private static func segment(_ kind: DamageKind) -> ProblemWords {
    switch kind {
    case .seal: lost("Dấu khóa cuối tệp không khớp với tệp", "The seal does not fit the file")
    case .behindSeal:
      ProblemWords(
        "Có dữ liệu sau dấu khóa cuối tệp", "Something stands behind the seal",
        do: "Phần trước dấu khóa vẫn đúng; đừng ghi thêm vào tệp nhật ký",
        "What is before the seal is whole; do not write to logs")
    case .head: lost("Tệp không bắt đầu bằng dòng mở đầu", "The file does not begin with a head")
    case .name:
      ProblemWords(
        "Tên tệp này không phải của chương trình", "The name of the file is not one of ours",
        do: "Chuyển tệp lạ ra khỏi kho dữ liệu", "Move the stranger out of the store")
    default:
      ProblemWords(
        "Phần đã bỏ của tệp trước bị thay đổi", "Bytes that were set aside have changed",
        do: "Không mất câu trả lời nào; sao lưu kho rồi kiểm tra ổ đĩa",
        "No answer is lost; back the store up and check the disk")
    }
  }

  private static func file(_ kind: DamageKind) -> ProblemWords {
    switch kind {
    case .payload:
      lost("Nội dung đã khóa không mở được bằng khóa của nó", "A sealed payload is not opened by its key")
    case .lockMissing:
      ProblemWords(
        "Mất tệp khóa của kho đã được bảo vệ", "The lock of a protected store is gone",
        do: "Chép lại tệp này từ bản sao của thư mục keys", "Copy it back from a backup of the folder keys")
    case .media: lost("Tệp đính kèm đã bị thay đổi", "An attachment was changed")
    case .mediaMissing: lost("Thiếu tệp đính kèm mà phiếu nhắc đến", "An attachment that a record names is not there")
    default: lost("Mẫu phiếu trong kho đã bị thay đổi", "A form definition in the store was changed")
    }
  }
}
