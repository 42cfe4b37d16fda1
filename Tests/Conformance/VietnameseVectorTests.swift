import Glibc
import Testing
import Vietnamese

/// The recorded rows about folding, searching and sorting, where they are at hand.
@Suite("Recorded Vietnamese text", .enabled(if: VietnameseVectors.isPresent, "no vectors folder beside the project"))
struct VietnameseVectorTests {
  @Test("folding")
  func folding() throws {
    let rows = VietnameseVectors.rows("fold.tsv")
    #expect(rows.count > 100)
    for row in rows { #expect(row[0].folded == row[1]) }
  }

  @Test("searching")
  func searching() throws {
    let rows = VietnameseVectors.rows("search.tsv")
    #expect(rows.count > 100)
    for row in rows {
      let text = SearchableText(row[1])
      #expect(SearchQuery(row[0]).isContained(in: text) == (row[2] == "yes"), "\(row)")
      if row[2] == "yes" { #expect(SearchQuery(row[0]).match(text) != nil) }
    }
  }

  @Test("sorting")
  func sorting() throws {
    let names = VietnameseVectors.lines("sort.txt")
    #expect(names.count > 100)
    var generator = ShuffleGenerator(state: 20_261_127)
    for _ in 0..<5 {
      #expect(names.shuffled(using: &generator).sortedInDictionaryOrder { $0 } == names)
    }
  }

  @Test("typing one syllable", arguments: [("telex.tsv", TypingMethod.telex), ("vni.tsv", .vni)])
  func syllables(file: String, method: TypingMethod) {
    let rows = VietnameseVectors.rows(file)
    #expect(rows.count > 1000)
    for row in rows {
      #expect(Self.typed(row[0], method, .old) == row[1], "\(row)")
      #expect(Self.typed(row[0], method, .new) == row[2], "\(row)")
    }
  }

  @Test("typing: behaviours and whole names")
  func behaviours() throws {
    let rows = VietnameseVectors.rows("behaviours.tsv")
    #expect(rows.count > 100)
    for row in rows {
      let method = try #require(TypingMethod(rawValue: row[0]))
      #expect(Self.typed(row[1], method, .old) == row[2], "\(row)")
      #expect(Self.typed(row[1], method, .new) == row[3], "\(row)")
    }
  }

  private static func typed(_ keys: String, _ method: TypingMethod, _ style: ToneStyle) -> String {
    var text = TypedText(method: method, style: style)
    // In the files a backslash with b stands for one Backspace.
    text.type(contentsOf: keys.split(separator: "\\b", omittingEmptySubsequences: false).joined(separator: "\u{8}"))
    return text.text
  }
}

/// A small seeded generator, so that every run shuffles alike.
private struct ShuffleGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// Finds and reads the recorded files.
enum VietnameseVectors {
  /// `KHAOSAT_VECTORS`, else `shared/vectors` beside the project.
  static let folder: String = {
    if let path = getenv("KHAOSAT_VECTORS") { return String(cString: path) + "/vietnamese-input" }
    let project = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(project)/shared/vectors/vietnamese-input"
  }()

  static let isPresent = access(folder + "/fold.tsv", R_OK) == 0

  /// All lines that are not empty.
  static func lines(_ name: String) -> [String] {
    guard let file = fopen(folder + "/" + name, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The cells of all lines below the header.
  static func rows(_ name: String) -> [[String]] {
    lines(name).dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
