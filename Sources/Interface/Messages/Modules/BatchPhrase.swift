package import Batches

/// The words for batches, plain exports and keys.
package enum BatchPhrase {
  /// What is wrong and the way out, under the code of the problem. A problem of the store keeps the words of the store.
  package static func problem(_ problem: BatchProblem) -> ProblemPhrase {
    words(problem).phrase(problem.code)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en".
  package static func text(_ problem: BatchProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// Sorts the problems by what they are about; a new one does not compile before it is sorted in.
  private static func words(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .store(let inner): ProblemWords(of: StorePhrase.problem(inner))
    case .media(let inner): ProblemWords(of: StorePhrase.problem(inner))
    case .system(let failure): SystemFailureWords.words(failure)
    case .nothingToExport, .disputed, .lineMissing, .formMissing: records(problem)
    case .readBack, .noFreeName, .notABatch, .sharedExtract: folder(problem)
    case .untrusted(let path, let verdict): untrusted(path, verdict)
    case .sealed, .sealedForAnother, .sealDamaged: sealed(problem)
    case .keyFile, .keyText, .cryptography, .unknownKey: keys(problem)
    }
  }

  private static func records(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .lineMissing(let record):
      ProblemWords(
        "Không tìm thấy dữ liệu của phiếu \(record) trong nhật ký", "The record \(record) cannot be found in the logs",
        do: "Kiểm tra bằng khaosat verify, lấy lại bằng khaosat repair --from THƯ_MỤC",
        "Check with khaosat verify, take it back with khaosat repair --from FOLDER")
    case .formMissing(let record, let form):
      ProblemWords(
        "Kho không có mẫu phiếu \(form) của phiếu \(record), nên không biết mục nào là riêng tư",
        "The form \(form) of the record \(record) is not here, so nobody can say what in it is personal",
        do: "Nhập gói có mẫu phiếu này, hoặc bỏ --shared", "Take in a batch that holds the form, or leave --shared out")
    case .disputed(let records):
      ProblemWords(
        "\(records.count) phiếu đã hoàn tất nhưng câu trả lời nay đã khác: \(records.joined(separator: ", "))",
        "\(records.count) finished records say something else by now: \(records.joined(separator: ", "))",
        do: "Mở lại từng phiếu (khaosat reopen), xem, rồi hoàn tất lại",
        "Open each again (khaosat reopen), look at it, and finish it again")
    case .nothingToExport(let earlier) where earlier > 0:
      ProblemWords(
        "Không có phiếu hoàn tất mới; \(earlier) phiếu đã có trong gói trước",
        "No finished record is new; \(earlier) are in earlier batches",
        do: "Thêm --all để lấy cả các phiếu đó", "Add --all to take those too")
    default:
      ProblemWords(
        "Chưa có phiếu nào hoàn tất", "No record is finished yet",
        do: "Hoàn tất phiếu trước rồi tạo gói", "Finish records, then make the batch")
    }
  }

  private static func folder(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .readBack(let path):
      ProblemWords(
        "Đọc lại \(path) không giống dữ liệu đã ghi", "What was read back from \(path) is not what was written",
        do: "Đừng dùng USB này; tạo lại gói trên USB khác", "Do not use this stick; make the batch on another")
    case .noFreeName(let path):
      ProblemWords(
        "Không còn tên trống cho gói trong \(path)", "No free name for a batch in \(path)",
        do: "Chọn thư mục khác", "Choose another folder")
    case .sharedExtract(let path):
      ProblemWords(
        "Gói \(path) đã bỏ thông tin riêng tư nên không nhập được",
        "The batch \(path) leaves personal data out and cannot be imported",
        do: "Xin gói đầy đủ, tạo không có --shared", "Ask for the full batch, made without --shared")
    default:
      ProblemWords(
        "Thư mục này không phải gói, hoặc gói ghi dở", "The folder is no batch, or one that was never finished",
        do: "Chọn thư mục có manifest.json, hoặc tạo lại gói", "Choose a folder with a manifest.json, or make it again")
    }
  }

  private static func untrusted(_ path: String, _ verdict: SignatureVerdict) -> ProblemWords {
    switch verdict {
    case .bad:
      ProblemWords(
        "Chữ ký của \(path) sai: gói đã bị sửa", "The signature of \(path) is wrong: the batch was changed",
        do: "Đừng nhập; xin người gửi chép lại gói", "Do not import it; ask the sender for it again")
    case .unsigned:
      ProblemWords(
        "Gói \(path) không có chữ ký", "The batch \(path) is not signed",
        do: "Xin gói có ký, hoặc cho phép gói không ký nếu tin người gửi",
        "Ask for a signed one, or allow unsigned ones if you trust the sender")
    case .unknown(let fingerprint):
      ProblemWords(
        "Gói \(path) ký bằng khóa lạ \(fingerprint)",
        "The batch \(path) is signed by a key unknown here: \(fingerprint)",
        do: "Hỏi người gửi mã khóa; nếu đúng thì chạy khaosat keys trust",
        "Ask the sender for the fingerprint; if it is theirs, run khaosat keys trust")
    case .trusted(let name, _):
      ProblemWords(
        "Không nhận gói \(path) của \(name)", "The batch \(path) of \(name) is not taken",
        do: "Xem các khóa được tin: khaosat keys show", "See the trusted keys: khaosat keys show")
    }
  }

  private static func sealed(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .sealed(let path):
      ProblemWords(
        "Gói \(path) đang niêm phong", "The batch \(path) is sealed",
        do: "Mở trước bằng: khaosat batch open", "Open it first: khaosat batch open")
    case .sealedForAnother(let path, let fingerprint):
      ProblemWords(
        "Gói \(path) niêm phong cho khóa \(fingerprint), không phải máy này",
        "The batch \(path) is sealed for the key \(fingerprint), not for this machine",
        do: "Mở trên máy có khóa đó, hoặc xin gói niêm phong cho máy này",
        "Open it where that key is, or ask for one sealed for this machine")
    default:
      ProblemWords(
        "Gói niêm phong đã bị sửa hoặc bị cắt cụt", "The sealed batch was changed or cut off",
        do: "Chép lại gói từ người gửi", "Copy it again from the sender")
    }
  }

  private static func keys(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .keyFile(let path):
      ProblemWords(
        "Không đọc được tệp khóa \(path)", "The key file \(path) cannot be understood",
        do: "Chép lại từ bản sao, hoặc tạo khóa mới: khaosat keys create",
        "Copy it back from a backup, or make new keys: khaosat keys create")
    case .cryptography(let detail):
      ProblemWords(
        "Không ký hay niêm phong được (\(detail))", "Signing or sealing failed (\(detail))",
        do: "Xem khóa bằng khaosat keys show; thử lại với --unsigned",
        "Look at the keys with khaosat keys show; try again with --unsigned")
    case .unknownKey(let name):
      ProblemWords(
        "Không có khóa được tin tên “\(name)”", "There is no trusted key “\(name)”",
        do: "Xem danh sách: khaosat keys show; thêm bằng khaosat keys trust",
        "List them: khaosat keys show; add one with khaosat keys trust")
    default:
      ProblemWords(
        "Chữ này không phải khóa công khai", "The text is no public key",
        do: "Dán nguyên dòng mà khaosat keys show in ra", "Paste the whole line that khaosat keys show prints")
    }
  }
}
