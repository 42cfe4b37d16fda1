import Expressions
import Testing

/// Orders as JavaRosa gives them for the same seeds.
@Suite("Randomised lists") struct SeedTests {
  private static let document: Document = {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    for number in 1...7 { document.appendElement("n", to: root, value: String(number)) }
    document.appendElement("m", to: root, value: "a b c")
    document.appendElement("d", to: root, value: "2.46")
    document.appendElement("e", to: root)
    return document
  }()

  @Test(arguments: [
    ("1", "7651342"), ("0", "3251647"), ("-1", "4326517"), ("2147483648", "7651342"),
    ("9007199254740993", "4375216"), ("'9007199254740993'", "4375216"), ("123456789012345678901", "7364215"),
    ("'1e3'", "3267154"), ("'2026-01-01'", "4172536"), ("'abc'", "4256137"), ("'Đ'", "3415267"), ("''", "3251647"),
    ("'  '", "2517346"), ("' 12 '", "3547216"), ("1.5", "7651342"), ("1 div 0", "7364215"), ("-1 div 0", "1263457"),
    ("'NaN'", "3154627"), ("'Infinity'", "1657432"), ("true()", "7651342"), ("9223372036854775807", "7364215"),
  ])
  func seeds(seed: String, order: String) throws {
    let formula = try Formula(parsing: "join('', randomize(/data/n, \(seed)))")
    #expect(try formula.text(in: .sample(Self.document)) == order)
  }

  @Test(arguments: [
    ("selected-at(/data/m, /data/e)", "a"), ("selected-at(/data/m, 'x')", "a"), ("selected-at(/data/m, -1)", ""),
    ("selected-at(/data/m, 1.7)", "b"), ("selected-at(/data/e, 0)", ""), ("round(/data/d, /data/e)", "2"),
    ("round(/data/d, 'x')", "2"), ("round(/data/d, 1)", "2.5"), ("round(/data/d, 1 div 0)", "NaN"),
  ])
  func whatIsNoNumberCountsAsZero(expression: String, expected: String) throws {
    #expect(try Formula(parsing: expression).text(in: .sample(Self.document)) == expected)
  }
}
