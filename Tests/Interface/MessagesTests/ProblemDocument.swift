import Foundation

/// docs/problems.md: its sections and the codes under each.
struct ProblemDocument {
  /// The codes of a section, in the order in which they stand.
  private(set) var sections: [String: [String]] = [:]
  /// Codes that have no explanation.
  private(set) var bare: [String] = []

  /// Reads the document of this project; nil when it is not beside the tests.
  init?() {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    // Whatever keeps the file from being read, the test that needs it fails.
    guard let text = try? String(contentsOfFile: "/\(root)/docs/problems.md", encoding: .utf8) else { return nil }
    var section = ""
    var lastCode: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") {
        if let lastCode { bare.append(lastCode) }
        let code = String(line.dropFirst(4))
        sections[section, default: []].append(code)
        lastCode = code
      } else {
        if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
        lastCode = nil
      }
    }
  }
}
