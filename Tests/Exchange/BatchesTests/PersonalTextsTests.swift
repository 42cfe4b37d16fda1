import Testing

@testable import Batches

/// What is personal is found in any spelling, and other texts are left alone.
@Suite struct PersonalTextsTests {
  private func texts(_ all: String..., mayBeName: Bool = true) -> PersonalTexts {
    var texts = PersonalTexts()
    for text in all { texts.add(text, mayBeName: mayBeName) }
    return texts
  }

  @Test(
    arguments: [
      "gặp ông NGUYỄN BÍ MẬT ở xưởng", "nguyễn bí mật", "Nguyen Bi Mat", "NGUYEN  BI-MAT", "gặp anh Bí Mật",
      "nguyễn bí ở nhà",
      "Nguye\u{302}\u{303}n Bi\u{301} Ma\u{323}\u{302}t",
    ]) func aNameIsFound(text: String)
  { #expect(texts("Nguyễn Bí Mật").isIn(text)) }

  @Test(arguments: ["Nguyễn Thị Lan", "bí đỏ, mật ong", "Mật", "thông tin bảo mật", "bi matt", ""])
  func otherTextsAreLeft(text: String) { #expect(!texts("Nguyễn Bí Mật").isIn(text)) }

  @Test(
    arguments: [
      "0912345678", "gọi 0912 345 678 nhé", "0912.345.678", "+84912345678", "+84 912-345-678", "0084912345678",
      "(0912) 345678", "sđt:84912345678",
    ]) func aNumberIsFound(text: String)
  {
    #expect(texts("0912345678").isIn(text))
    #expect(texts("+84 912 345 678").isIn(text))
  }

  @Test(arguments: ["0912345", "0912345679", "2026-11-20", "giá 912 345 đồng", "12 345 678"])
  func otherNumbersAreLeft(text: String) { #expect(!texts("0912345678").isIn(text)) }

  @Test func onlyNamesAreFoundByParts() {
    let note = texts("hay đi vắng buổi chiều", mayBeName: false)
    #expect(note.isIn("ông ấy HAY ĐI VẮNG BUỔI CHIỀU.") && !note.isIn("mở cửa buổi chiều"))
    // An address is no name: what it shares with others would take half of them away.
    #expect(!texts("Số 12 đường Trần Phú").isIn("đường Trần Phú hỏng"))
    #expect(!texts("Lan").isIn("Lan"))
  }
}
