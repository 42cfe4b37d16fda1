package import Journal
package import Media
package import Records

/// The words for a store that cannot do what was asked. Every one says whether the answers are safe, or how to make them so.
package enum StorePhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: StoreProblem) -> ProblemPhrase {
    switch problem {
    case .journal(let inner): self.problem(inner)
    case .media(let inner): self.problem(inner)
    case .system(let failure): self.problem(failure)
    case .readOnly, .deviceFile, .unknownRecord, .unreadableRecord, .unknownForm, .formChanged, .badFileName,
      .lockedRecord, .sealed, .insideStore, .noCopy, .lockMissing:
      words(problem).phrase(problem.code)
    }
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en".
  package static func text(_ problem: StoreProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// What is wrong with the journal.
  package static func problem(_ problem: JournalProblem) -> ProblemPhrase {
    if case .system(let failure) = problem { return self.problem(failure) }
    return words(problem).phrase(problem.code)
  }

  /// What is wrong with an attachment; the code is that of the store, with `media-` before it.
  package static func problem(_ problem: MediaProblem) -> ProblemPhrase {
    let words: ProblemWords =
      switch problem {
      case .system(let failure): SystemFailureWords.words(failure)
      case .badExtension(let name):
        ProblemWords(
          "Đuôi tệp “\(name)” không dùng được", "The file extension “\(name)” cannot be used",
          do: "Đổi đuôi thành 1–8 chữ hoặc số, như jpg, pdf", "Use 1 to 8 letters or digits, such as jpg or pdf")
      case .sealed(let name):
        sealed(
          "Kho được bảo vệ và đang khóa nên không cất được tệp \(name)",
          "The store is protected and locked, so the file \(name) cannot be kept")
      case .changed(let name):
        ProblemWords(
          "Tệp đính kèm \(name) đã bị thay đổi", "The attachment \(name) was changed",
          do: "Lấy lại từ bản sao: khaosat repair --from THƯ_MỤC",
          "Take it back from a copy: khaosat repair --from FOLDER")
      }
    return words.phrase("media-" + problem.code)
  }

  /// What the system refused.
  package static func problem(_ failure: SystemFailure) -> ProblemPhrase {
    SystemFailureWords.words(failure).phrase("system-" + failure.call.rawValue)
  }

  private static func sealed(_ vietnamese: String, _ english: String) -> ProblemWords {
    ProblemWords(
      vietnamese, english, do: "Nhập mật khẩu, hoặc dùng --passphrase-file TỆP",
      "Give the passphrase, or use --passphrase-file FILE")
  }

  private static func words(_ problem: StoreProblem) -> ProblemWords {
    switch problem {
    case .insideStore, .noCopy, .lockMissing: folder(problem)
    case .sealed:
      sealed(
        "Phiếu đang khóa, máy này không mở được để gửi đi",
        "A record is sealed and cannot be opened here to be handed over")
    case .unreadableRecord(let id):
      ProblemWords(
        "Phiếu \(id) có dòng trong sổ ghi mà lúc này không đọc được",
        "Record \(id) has lines in the journal that cannot be read now",
        do: "Chạy: khaosat verify. Nếu ổ đĩa hỏng, lấy lại từ bản sao: khaosat repair --from THƯ_MỤC",
        "Run: khaosat verify. If the disk is failing, take them back from a copy: khaosat repair --from FOLDER")
    case .lockedRecord(let id):
      ProblemWords(
        "Phiếu \(id) được khóa bằng khóa của nhóm khác, máy này chưa có khóa đó",
        "Record \(id) is sealed with a team key that this laptop does not have",
        do: "Nhờ máy kia chạy: khaosat protect share, rồi đồng bộ lại",
        "Ask the other laptop for: khaosat protect share, then exchange again")
    case .deviceFile(let path):
      ProblemWords(
        "Không đọc được tệp nhận dạng máy \(path)", "The device file \(path) cannot be understood",
        do: "Chép lại tệp này từ bản sao, hoặc đổi tên nó để máy được nhận dạng mới",
        "Copy it back from a backup, or move it away: the machine then gets a new identity")
    case .unknownRecord(let id):
      ProblemWords(
        "Không có phiếu trả lời \(id)", "There is no record \(id)",
        do: "Xem danh sách bằng: khaosat records", "List them with: khaosat records")
    case .unknownForm(let hash):
      ProblemWords(
        "Kho không có mẫu phiếu \(hash)", "The store has no form \(hash)",
        do: "Nhập gói có mẫu phiếu này: khaosat batch import", "Take in a batch that holds it: khaosat batch import")
    case .formChanged(let hash):
      ProblemWords(
        "Mẫu phiếu \(hash) trong kho đã bị thay đổi", "The form \(hash) in the store was changed",
        do: "Lấy lại từ bản sao: khaosat repair --from THƯ_MỤC",
        "Take it back from a copy: khaosat repair --from FOLDER")
    case .badFileName(let name):
      ProblemWords(
        "Tên tệp “\(name)” không dùng được trong mẫu phiếu", "A form cannot have a file named “\(name)”",
        do: "Đổi tên tệp, không có dấu / và không bắt đầu bằng dấu chấm",
        "Rename it, without / and without a leading dot")
    case .readOnly, .journal, .media, .system:
      ProblemWords(
        "Kho dữ liệu đang ở chế độ chỉ xem", "The store is open for reading only",
        do: "Đóng cửa sổ khảo sát kia, hoặc mở kho ở ổ ghi được, rồi mở lại",
        "Close the other window, or open a store that can be written, then start again")
    }
  }

  private static func folder(_ problem: StoreProblem) -> ProblemWords {
    switch problem {
    case .insideStore(let folder):
      ProblemWords(
        "\(folder) nằm trong chính kho dữ liệu này", "\(folder) lies in this store itself",
        do: "Chọn thư mục trên USB hoặc thư mục dùng chung", "Choose a folder on a stick, or a shared one")
    case .noCopy(let folder):
      ProblemWords(
        "Trong \(folder) không có bản sao hay gói dữ liệu nào", "There is no copy and no batch in \(folder)",
        do: "Chọn thư mục đã dùng để đồng bộ, sao lưu, hoặc thư mục của gói",
        "Choose a folder that was synchronised or backed up to, or that of a batch")
    case .lockMissing(let path):
      ProblemWords(
        "Kho này đã được bảo vệ nhưng mất tệp khóa \(path)", "The store was protected and its lock \(path) is gone",
        do: "Chép lại tệp này từ bản sao; trong khi đó không ghi gì để khỏi lưu không khóa",
        "Copy the file back from a backup; until then nothing is written, because it would be readable by all")
    default: words(problem)
    }
  }

  private static func words(_ problem: JournalProblem) -> ProblemWords {
    switch problem {
    case .sealed:
      sealed(
        "Kho được bảo vệ và đang khóa nên không ghi được", "The store is protected and locked: nothing can be written")
    case .lineTooLong(let bytes):
      ProblemWords(
        "Câu trả lời quá dài (\(bytes) byte)", "The answer is too long (\(bytes) bytes)",
        do: "Rút ngắn; phần dài để trong tệp đính kèm", "Shorten it; put long text into an attachment")
    case .locked:
      ProblemWords(
        "Chương trình khác đang ghi vào kho này", "Another program writes to this store",
        do: "Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại", "Use the open window, or close it and start again")
    case .noSegmentName(let folder):
      ProblemWords(
        "Không đặt được tên tệp mới trong \(folder)", "No free name for a new file in \(folder)",
        do: "Chuyển các tệp lạ ra khỏi thư mục này", "Move strange files out of that folder")
    case .badName(let name):
      ProblemWords(
        "Tên máy “\(name)” không dùng được", "The device name “\(name)” cannot be used",
        do: "Chép lại device.json từ bản sao", "Copy device.json back from a backup")
    case .closed, .system:
      ProblemWords(
        "Kho dữ liệu đã đóng nên không ghi được", "The store is closed and takes nothing more",
        do: "Mở lại chương trình; việc đã báo “đã lưu” vẫn còn", "Start again; what was shown as saved is kept")
    }
  }
}
