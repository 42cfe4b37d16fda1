import Expressions
import Testing

@Suite struct PatternTests {
  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    document.appendElement("t", to: root, value: text)
    document.appendElement("p", to: root, value: pattern)
    return try Formula(parsing: "regex(/data/t, /data/p)").truth(in: .sample(document))
  }

  @Test(arguments: [
    ("abc", "abc", true), ("abcd", "abc", false), ("abc", "a.c", true), ("a\nc", "a.c", false), ("", "", true),
    ("aaa", "a{2,3}", true), ("aaaa", "a{2,3}", false), ("aaaa", "a{2,}", true), ("ab12", "[a-c]+\\d+", true),
    ("Nguyễn Văn A", "[\\p{L} ]+", true), ("Nguyễn1", "\\p{L}+", false), ("ĐỖ", "\\p{Lu}+", true),
    ("foobar", "foo(?=bar).*", true), ("foobaz", "foo(?!bar).*", true), ("foobar", "foo(?!bar).*", false),
    ("abab", "(ab)\\1", true), ("abba", "(a)(b)\\2\\1", true), ("aXa", "(?i)AxA", true), ("đĐ", "(?i)Đ+", true),
    ("aaa", "a++a", false), ("aaa", "a*+", true), ("aaab", "(?>a+)b", true), ("abc", "(?:a|ab)(?:c|bcd)?", true),
    ("a-b", "[\\w-]+", true), ("]", "[]]", true), ("^", "[\\^]", true), ("b", "[a-z&&[^aeiou]]", true),
    ("e", "[a-z&&[^aeiou]]", false), ("12/5/2020", "\\d{1,2}/\\d{1,2}/\\d{4}", true), ("ab", "a\\b.*", false),
    ("a b", "a\\b.*", true), ("x", "(?<n>x)", true), ("xx", "(?<n>x)\\k<n>", true), ("1.5", "\\Q1.5\\E", true),
    ("105", "1.5", true), ("ab", "(?<=a)b", false), ("cab", "ca(?<=a)b", true), ("", "(a*)*", true),
    ("aab", "(a|aa)+?b", true), ("é", "\\u00e9", true), ("abc", "^abc$", true), ("0912345678", "^0\\d{9}$", true),
    ("TN-0457", "[A-Z]{2}-[0-9]{4}", true), ("a", "\\P{L}", false), ("xyz", "(x|y|z){3}", true),
  ])
  func patternsMatchWholeTexts(text: String, pattern: String, expected: Bool) throws {
    #expect(try matches(text, pattern) == expected)
  }

  @Test(arguments: ["(a+)+b", "(a|a)*b", "(.*)*(.*)*(.*)*b", "(?:(?:a?){20}){20}b"])
  func hostilePatternsEnd(pattern: String) {
    let problem = #expect(throws: ExpressionProblem.self) { try matches(String(repeating: "a", count: 60), pattern) }
    #expect(problem?.code == .limit)
  }

  @Test(arguments: ["(", "[a", "a{2", "*a", "\\", "(?<>a)", "a{3,2}", "\\p{Nope}", ")", "[z-a]", "\\2", "(?z)"])
  func brokenPatternsAreRefused(pattern: String) {
    let problem = #expect(throws: ExpressionProblem.self) { try matches("a", pattern) }
    #expect(problem?.code == .pattern)
  }
}
