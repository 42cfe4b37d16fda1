internal import Glibc

/// The system's reasons for a failed call in Vietnamese. The C library words them in English on every machine here.
enum SystemReason {
  /// The reason in Vietnamese; as it is when it is an unusual one.
  static func vietnamese(_ reason: String) -> String { words[reason] ?? reason }

  private static let words: [String: String] = {
    let known: [(Int32, String)] = [
      (ENOENT, "không có tệp hay thư mục này"), (EACCES, "không được phép"), (EPERM, "không được phép"),
      (EISDIR, "đây là thư mục"), (ENOTDIR, "một phần của đường dẫn không phải là thư mục"),
      (ENOSPC, "đĩa đầy"), (EDQUOT, "hết dung lượng được cấp"), (EROFS, "ổ đĩa chỉ cho đọc"),
      (EIO, "ổ đĩa lỗi hoặc đã rút ra"), (ENODEV, "ổ đĩa đã rút ra"), (ENXIO, "ổ đĩa đã rút ra"),
      (ENAMETOOLONG, "tên tệp quá dài"), (EBUSY, "chương trình khác đang dùng"),
      (ETXTBSY, "chương trình khác đang dùng"),
      (EFBIG, "tệp quá lớn"), (ELOOP, "liên kết vòng"), (EMFILE, "mở quá nhiều tệp"), (ENFILE, "mở quá nhiều tệp"),
      (EEXIST, "đã có rồi"), (ENOTEMPTY, "thư mục không rỗng"), (EINVAL, "tên không dùng được ở đây"),
    ]
    return Dictionary(
      known.map { (String(cString: strerror($0.0)), $0.1) } + [("larger than 1 GiB", "lớn hơn 1 GiB")],
      uniquingKeysWith: { first, _ in first })
  }()
}
