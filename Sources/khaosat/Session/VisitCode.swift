/// Codes for establishments that were met on the way.
enum VisitCode {
  /// `THEM-001`, or the next that no establishment has.
  static func next(after codes: Set<String>) -> String {
    var number = 1
    while true {
      let digits = String(number)
      let code = "THEM-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      if !codes.contains(code) { return code }
      number += 1
    }
  }
}
