import Testing
import Vietnamese

@Suite("Searching")
struct SearchTests {
  @Test(
    "how well a text answers",
    arguments: [
      ("Đồng Hỷ", "Đồng Hỷ", SearchMatch.whole), ("đồng hỷ", "Đồng Hỷ", .whole), ("", "Đồng Hỷ", .whole),
      ("đồng", "Đồng Hỷ", .exact), ("hỷ", "Đồng Hỷ", .exact), ("đông", "Đồng Hỷ", .sameLetters),
      ("hy", "Đồng Hỷ", .sameLetters), ("dong", "Đồng Hỷ", .prefix), ("dong hy", "Đồng Hỷ", .prefix),
      ("thon", "Bạch Thông", .wordStart), ("htx", "Hợp tác xã Tân Yên", .initials), ("bk", "Bắc Kạn", .initials),
      ("ong", "Đồng Hỷ", .within), ("mĩ thuat", "Mỹ thuật", .spelling), ("hoà", "Hiệp Hòa", .sameLetters),
      ("thuỷ", "Mai Thị Thủy", .sameLetters),
    ])
  func ranks(query: String, text: String, expected: SearchMatch) {
    #expect(SearchQuery(query).match(SearchableText(text)) == expected)
  }

  @Test("what does not answer")
  func misses() {
    for (query, text) in [("xyz", "Bắc Kạn"), ("ha noi", "Chợ Mới"), ("b", "Đồng Hỷ"), ("ddai", "Đại Từ")] {
      #expect(SearchQuery(query).match(SearchableText(text)) == nil)
      #expect(!SearchQuery(query).isContained(in: SearchableText(text)))
    }
  }

  @Test("best first, and in the old order among equals")
  func ranking() {
    let places = ["Xã Hòa Bình", "Binh Hòa", "Bình Sơn", "Bỉnh", "Tân Bình", "Bình"]
    let found = places.matching(SearchQuery("bình")) { SearchableText($0) }
    #expect(found == ["Bình", "Xã Hòa Bình", "Bình Sơn", "Tân Bình", "Binh Hòa", "Bỉnh"])
    #expect(places.matching(SearchQuery(" ")) { SearchableText($0) } == places)
    #expect(SearchQuery("xa phuong").isContained(in: SearchableText("Xã/phường")))
    #expect(SearchQuery("tỉnh/th").isContained(in: SearchableText("Tỉnh/thành phố")))
  }
}
