import Responses
import Testing

@Suite("Field paths")
struct FieldPathTests {
  @Test(
    "a path is printed as it was read",
    arguments: ["/data/may{7f3a}/gia", "/data", "/data/a{1}/b{2}/c", "/dữ_liệu/tên"])
  func roundTrip(text: String) throws {
    let path = try #require(FieldPath(text))
    #expect(path.description == text)
  }

  @Test("what is no path", arguments: ["", "data", "/", "//a", "/a{", "/a{}", "/a}/b", "/{1}", "/a{x y}", "/a/"])
  func refused(text: String) {
    #expect(FieldPath(text) == nil)
  }

  @Test("parents, children and what is inside")
  func structure() throws {
    let path = try #require(FieldPath("/data/may{7f3a}/gia"))
    #expect(path.name == "gia")
    #expect(path.parent?.description == "/data/may{7f3a}")
    #expect(path.parent?.row?.raw == "7f3a")
    #expect(path.parent?.withRow(nil).description == "/data/may")
    #expect(path.isInside(try #require(FieldPath("/data/may{7f3a}"))))
    #expect(!path.isInside(try #require(FieldPath("/data/may{1}"))))
    #expect(path.parent?.appending("ten").description == "/data/may{7f3a}/ten")
  }
}
