package import Batches
internal import Journal
internal import Records

/// Why a batch or an export did not do what was asked.
package enum BatchPhrase {
  /// A problem in words.
  package static func problem(_ problem: BatchProblem) -> ProblemPhrase {
    let (says, wayOut) = words(problem)
    return ProblemPhrase(problem.code, says, wayOut: wayOut)
  }

  private static func words(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .store(let inner): words(of: StorePhrase.problem(inner))
    case .media(let inner): words(of: StorePhrase.problem(.media(inner)))
    case .system(let failure): StorePhrase.system(failure)
    case .nothingToExport(let earlier):
      (
        (
          "Không có phiếu mới để xuất; \(earlier) phiếu đã xuất lần trước",
          "Nothing new to export; \(earlier) were exported before"
        ),
        ("Hoàn tất thêm phiếu, hoặc chọn xuất tất cả", "Finish more forms, or export all")
      )
    case .readBack(let path):
      (
        ("Đọc lại \(path) không giống lúc ghi", "\(path) read back differs from what was written"),
        ("USB có thể hỏng: dùng USB khác và xuất lại", "The stick may be bad: use another one and export again")
      )
    case .lineMissing(let record):
      (
        (
          "Không tìm thấy dòng của phiếu \(record): nhật ký hỏng",
          "The line of record \(record) is missing: the log is damaged"
        ),
        ("Chạy khaosat verify và báo người phụ trách", "Run khaosat verify and tell the person in charge")
      )
    case .formMissing(let record, let form):
      (
        (
          "Phiếu \(record) dùng mẫu \(form) không có trong kho",
          "Record \(record) uses the form \(form), which is not in the store"
        ),
        ("Chép thư mục forms từ máy đã nhập phiếu", "Copy the forms folder from the machine that filled it")
      )
    case .noFreeName(let path):
      (
        ("Không còn tên trống trong \(path)", "No free name is left in \(path)"),
        ("Chọn thư mục khác", "Choose another folder")
      )
    default: received(problem)
    }
  }

  /// Words about batches that come in, and about keys.
  private static func received(_ problem: BatchProblem) -> ProblemWords {
    switch problem {
    case .notABatch(let path):
      (
        ("\(path) không phải gói phiếu, hoặc ghi chưa xong", "\(path) is no batch, or was never finished"),
        ("Chọn thư mục có manifest.json", "Choose a folder with a manifest.json")
      )
    case .sharedExtract(let path):
      (
        (
          "\(path) là bản trích không có dữ liệu cá nhân, không nhập được",
          "\(path) is an extract without personal data and cannot be taken in"
        ),
        ("Xin gói đầy đủ", "Ask for the full batch")
      )
    case .untrusted(let path, _):
      (
        ("\(path) không do khóa tin cậy ký", "\(path) is not signed by a trusted key"),
        ("Kiểm tra người gửi, thêm khóa của họ rồi nhập lại", "Check who sent it, add their key and try again")
      )
    case .sealed(let path):
      (("\(path) đã niêm phong", "\(path) is sealed"), ("Mở bằng khóa của mình trước", "Open it with your key first"))
    case .sealedForAnother(let path, let fingerprint):
      (
        ("\(path) niêm phong cho khóa khác (\(fingerprint))", "\(path) is sealed for another key (\(fingerprint))"),
        ("Đưa cho người giữ khóa đó", "Give it to the holder of that key")
      )
    case .sealDamaged(let path):
      (
        ("\(path) đã bị đổi hoặc cắt ngắn", "\(path) was changed or cut off"),
        ("Chép lại từ máy gửi", "Copy it again from the sender")
      )
    case .keyFile(let path):
      (
        ("Không hiểu tệp khóa \(path)", "The key file \(path) cannot be understood"),
        ("Tạo lại hoặc chép lại khóa", "Make or copy the key again")
      )
    case .keyText:
      (
        ("Đây không phải khóa công khai", "This is no public key"),
        ("Dán lại cả dòng khóa", "Paste the whole line again")
      )
    case .cryptography(let reason):
      (
        ("Không ký hoặc niêm phong được: \(reason)", "Signing or sealing failed: \(reason)"),
        ("Thử lại với khóa khác", "Try another key")
      )
    case .unknownKey(let name):
      (
        ("Không có khóa tin cậy “\(name)”", "There is no trusted key “\(name)”"),
        ("Xem danh sách khóa", "See the list of keys")
      )
    case .store, .media, .system, .nothingToExport, .readBack, .lineMissing, .formMissing, .noFreeName: words(problem)
    }
  }

  private static func words(of phrase: ProblemPhrase) -> ProblemWords {
    ((phrase.vietnamese, phrase.english), (phrase.vietnameseWayOut, phrase.englishWayOut))
  }
}
