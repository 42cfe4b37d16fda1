package import Protection

/// The words for passphrases and team keys.
package enum ProtectionPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: ProtectionProblem) -> ProblemPhrase {
    if case .system(let failure) = problem { return StorePhrase.problem(failure) }
    return words(problem).phrase(problem.code)
  }

  private static func words(_ problem: ProtectionProblem) -> ProblemWords {
    switch problem {
    case .alreadyOn:
      ProblemWords(
        "Kho này đã được bảo vệ", "This store is protected already",
        do: "Đổi mật khẩu bằng: khaosat protect passphrase", "Change the passphrase with: khaosat protect passphrase")
    case .off:
      ProblemWords(
        "Kho này chưa được bảo vệ", "This store is not protected",
        do: "Bật bảo vệ bằng: khaosat protect", "Protect it with: khaosat protect")
    case .unknownKey(let name):
      ProblemWords(
        "Máy này không có khóa nhóm \(name)", "This laptop does not hold the team key \(name)",
        do: "Nhờ máy có khóa chạy khaosat protect share, đồng bộ, rồi thử lại",
        "Ask a laptop that holds it for khaosat protect share, exchange, then try again")
    case .unknownLaptop(let name):
      ProblemWords(
        "Chưa nhận được khóa của máy \(name)", "No key of a laptop \(name) has come here",
        do: "Đồng bộ với máy đó rồi xem: khaosat protect status",
        "Exchange with that laptop, then see: khaosat protect status")
    case .keyFile(let path):
      ProblemWords(
        "Không đọc được tệp khóa \(path)", "The key file \(path) cannot be understood",
        do: "Chép lại tệp này từ bản sao của thư mục keys", "Copy it back from a backup of the folder keys")
    case .cryptography(let reason):
      ProblemWords(
        "Không khóa được dữ liệu: \(reason)", "The data cannot be sealed: \(reason)",
        do: "Khởi động lại máy rồi thử lại", "Restart the machine and try again")
    case .wrongPassphrase, .passphraseNeeded, .shortPassphrase, .passphrasesDiffer, .system: passphrase(problem)
    }
  }

  private static func passphrase(_ problem: ProtectionProblem) -> ProblemWords {
    switch problem {
    case .passphraseNeeded:
      ProblemWords(
        "Kho được bảo vệ nên cần mật khẩu", "The store is protected and needs its passphrase",
        do: "Chạy ở màn hình lệnh để nhập, hoặc dùng --passphrase-file TỆP",
        "Run it on a terminal to type it, or use --passphrase-file FILE")
    case .shortPassphrase(let least):
      ProblemWords(
        "Mật khẩu quá ngắn", "The passphrase is too short",
        do: "Dùng ít nhất \(least) ký tự; vài từ dễ nhớ là tốt nhất",
        "Use at least \(least) characters; a few words are best")
    case .passphrasesDiffer:
      ProblemWords(
        "Hai lần nhập mật khẩu không giống nhau", "The two passphrases are not the same",
        do: "Nhập lại từ đầu", "Type both again")
    default:
      ProblemWords(
        "Mật khẩu không đúng", "The passphrase is wrong",
        do: "Nhập lại; kiểm tra phím Caps Lock và bộ gõ tiếng Việt",
        "Type it again; check Caps Lock and the input method")
    }
  }
}
