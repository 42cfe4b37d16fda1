import Testing

/// What no line of the project may hold; each failure lists every offender.
@Suite("Rules for every line")
struct CodeRuleTests {
  private let everything = SourceTree.sources + SourceTree.tests

  @Test("no forced try, cast or unwrap")
  func nothingIsForced() {
    let pattern = /\btry!|\bas!|[\w)\]]!(?!=)/
    let found = everything.flatMap { $0.hits(of: pattern, needle: "!") }
    #expect(found.isEmpty, "\(list(found))")
  }

  @Test("unchecked sendability stays beside the terminal")
  func sendabilityIsChecked() {
    let allowed = ["Sources/Interface/CursesDriver/", "Sources/Interface/Terminal/"]
    let found = everything.filter { file in !allowed.contains { file.path.hasPrefix($0) } }.flatMap {
      $0.hits(of: /@unchecked\s+Sendable/, needle: "@unchecked")
    }
    #expect(found.isEmpty, "\(list(found))")
  }

  @Test("nothing is left for later")
  func nothingIsLeftForLater() throws {
    // Spelled in parts: this file is searched too.
    let words = [
      "TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "not imple" + "mented", "not yet imple" + "mented",
    ]
    let found = try everything.flatMap { file in
      try words.flatMap { file.hits(of: try Regex("\\b\($0)\\b"), needle: $0, in: \.lines) }
    }
    #expect(found.isEmpty, "\(list(found))")
  }

  @Test("tests wait for a condition, never for a time")
  func testsDoNotSleep() {
    let pattern = /\b(?:sleep|usleep|nanosleep)\s*\(/
    let found = SourceTree.tests.flatMap { $0.hits(of: pattern, needle: "sleep") }
    #expect(found.isEmpty, "\(list(found))")
  }

  @Test("a declaration that other modules see has a comment")
  func sharedDeclarationsAreDocumented() {
    let found = SourceTree.sources.flatMap { file in
      file.code.indices.filter { isShared(file.code[$0]) && !isDocumented(file, above: $0) }.map {
        "\(file.path):\($0 + 1): \(file.lines[$0])"
      }
    }
    #expect(found.isEmpty, "\(list(found))")
  }

  private static let modifiers: Set<Substring> = [
    "final", "static", "class", "indirect", "mutating", "override", "nonisolated", "required", "convenience", "prefix",
  ]

  /// Whether the line declares something for other modules; members whose meaning a protocol tells are left out.
  private func isShared(_ line: String) -> Bool {
    guard line.contains("package ") || line.contains("public ") else { return false }
    let words = line.split(separator: " ").drop { Self.modifiers.contains($0) || $0.hasPrefix("@") }
    guard let level = words.first, level == "package" || level == "public", words.count > 1 else { return false }
    let rest = words.dropFirst().joined(separator: " ")
    return !["import ", "extension ", "static func ==", "static func <", "func hash(into"].contains {
      rest.hasPrefix($0)
    }
  }

  private func isDocumented(_ file: SourceFile, above index: Int) -> Bool {
    var place = index - 1
    while place >= 0 {
      let text = file.lines[place].drop { $0 == " " }
      if text.hasPrefix("///") || text.hasSuffix("*/") { return true }
      guard text.hasPrefix("@") || text.hasPrefix("#if") || text.hasPrefix("// swift-format") else { return false }
      place -= 1
    }
    return false
  }

  private func list(_ offenders: [String]) -> String { offenders.joined(separator: "\n") }
}
