import JSON
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test("values of every kind")
  func kinds() throws {
    let value = try JSONValue(
      parsing: #" {"a":null,"b":[true,false],"số":-12.50e+3,"s":"x\"\\\/\b\f\n\r\t\u00e0\uD83D\uDE00", "o":{}} "#)
    #expect(value["a"] == .null)
    #expect(value["b"] == [true, false])
    #expect(value["số"] == .number("-12.50e+3"))
    #expect(value["s"]?.stringValue == "x\"\\/\u{8}\u{C}\n\r\tà😀")
    #expect(value["o"]?.objectValue?.isEmpty == true)
    #expect(value.objectValue?.keys == ["a", "b", "số", "s", "o"])
    #expect(value["b"]?[1] == false)
    #expect(value["b"]?[2] == nil)
  }

  @Test(
    "what is refused, and where",
    arguments: [
      ("", JSONProblemCode.unexpectedEnd, 0), ("[1,", .unexpectedEnd, 3), ("[1 2]", .unexpectedByte, 3),
      ("{\"a\" 1}", .unexpectedByte, 5), ("{a:1}", .unexpectedByte, 1), ("1 1", .trailingText, 2),
      ("[1,]", .unexpectedByte, 3), ("{\"a\":1,}", .unexpectedByte, 7), ("01", .number, 1), ("1.", .unexpectedEnd, 2),
      ("-x", .number, 1), ("1.e3", .number, 2), (".5", .unexpectedByte, 0), ("+1", .unexpectedByte, 0),
      ("tru", .unexpectedEnd, 3), ("NaN", .unexpectedByte, 0), ("\"a\nb\"", .controlCharacter, 2),
      ("\"\\x\"", .escape, 1), ("\"\\u12g4\"", .escape, 1), ("\"\\ud800\"", .loneSurrogate, 1),
      ("\"\\ud800\\u0041\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1), ("\"abc", .unexpectedEnd, 4),
      ("{\"a\":1,\"a\":2}", .duplicateKey, 7), ("'a'", .unexpectedByte, 0),
    ])
  func refused(text: String, code: JSONProblemCode, offset: Int) {
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: text) }
    #expect(problem?.code == code)
    #expect(problem?.offset == offset)
  }

  @Test("line and column count from one, in characters")
  func position() {
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: "{\n  \"tên\": oops\n}") }
    #expect(problem?.line == 2)
    #expect(problem?.column == 10)
  }

  @Test("bytes that are not UTF-8 are refused")
  func encoding() {
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    #expect(problem?.code == .encoding)
  }

  @Test("depth and length are bounded")
  func limits() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try JSONValue(parsing: deep)
    let deeper = #expect(throws: JSONProblem.self) { try JSONValue(parsing: "[" + deep + "]") }
    #expect(deeper?.code == .tooDeep)
    let longer = #expect(throws: JSONProblem.self) {
      try JSONValue(parsing: "[1,2,3]", limits: JSONLimits(depth: 64, bytes: 6))
    }
    #expect(longer?.code == .tooLong)
  }

  @Test("duplicates are found in long objects too")
  func longObject() throws {
    let members = (0..<40).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSONValue(parsing: "{\(members)}").objectValue?.count == 40)
    let problem = #expect(throws: JSONProblem.self) { try JSONValue(parsing: "{\(members),\"k3\":1}") }
    #expect(problem?.code == .duplicateKey)
  }

  @Test("a byte order mark is passed over")
  func byteOrderMark() throws {
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF, 0x31]) == 1)
  }
}
