import JSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test(
    "escapes, byte for byte",
    arguments: [
      ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{8}\u{C}\u{1F}", #""\u0000\u0008\u000c\u001f""#),
      ("\u{7F}", #""\u007f""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
      ("/Hộ Đồng Hỷ😀", "\"/Hộ Đồng Hỷ😀\""), ("", "\"\""), ("\u{E2}\u{80}", "\"\u{E2}\u{80}\""),
    ])
  func escapes(text: String, expected: String) {
    #expect(Array(JSONValue.string(text).serialised().utf8) == Array(expected.utf8))
    var bytes: [UInt8] = [0x3A]
    JSONWriter.appendString(text, to: &bytes)
    #expect(bytes == [0x3A] + Array(expected.utf8))
  }

  @Test("compact and laid out")
  func layout() {
    let value: JSONValue = ["b": [1, nil, true], "a": [:], "c": [], "d": ["e": "f"]]
    #expect(value.serialised() == #"{"b":[1,null,true],"a":{},"c":[],"d":{"e":"f"}}"#)
    #expect(
      value.pretty() == """
        {
          "b": [
            1,
            null,
            true
          ],
          "a": {},
          "c": [],
          "d": {
            "e": "f"
          }
        }
        """)
  }

  @Test("numbers keep their literal")
  func numbers() throws {
    for text in ["1.0", "-0", "1e2", "123456789012345678901234567890.10", "0.1E-7"] {
      #expect(try JSONValue(parsing: text).serialised() == text)
    }
    #expect(JSONValue.double(2).serialised() == "2")
    #expect(JSONValue.double(-0.0).serialised() == "-0")
    #expect(JSONValue.double(0.25).serialised() == "0.25")
    #expect(JSONValue.double(.nan) == "NaN")
    #expect(JSONValue.double(-.infinity) == "-Infinity")
    #expect(JSONValue.number("12").intValue == 12)
    #expect(JSONValue.number("1.5").intValue == nil)
    #expect(JSONValue.number("1.5").doubleValue == 1.5)
  }

  @Test("an object replaces in place, appends and removes")
  func object() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = 3
    object["c"] = nil
    object["d"] = "x"
    object["b"] = nil
    #expect(object.serialised() == #"{"a":3,"d":"x"}"#)
    #expect(object["b"] == nil)
  }
}
