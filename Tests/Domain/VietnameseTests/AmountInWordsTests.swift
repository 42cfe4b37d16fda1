import Testing
import Vietnamese

@Suite("Amounts in words")
struct AmountInWordsTests {
  @Test(
    "words",
    arguments: [
      (0, "không"), (1, "một"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"),
      (20, "hai mươi"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (99, "chín mươi chín"),
      (100, "một trăm"), (101, "một trăm linh một"), (105, "một trăm linh năm"), (110, "một trăm mười"),
      (115, "một trăm mười lăm"), (121, "một trăm hai mươi mốt"), (1_000, "một nghìn"),
      (1_005, "một nghìn không trăm linh năm"), (1_050, "một nghìn không trăm năm mươi"),
      (10_000, "mười nghìn"), (21_000, "hai mươi mốt nghìn"), (1_000_000, "một triệu"),
      (1_000_005, "một triệu không trăm linh năm"), (1_005_000, "một triệu không trăm linh năm nghìn"),
      (1_290_000_000, "một tỷ hai trăm chín mươi triệu"),
      (1_290_000_105, "một tỷ hai trăm chín mươi triệu một trăm linh năm"),
      (1_000_000_005, "một tỷ không trăm linh năm"),
      (1_000_005_000_000, "một nghìn tỷ không trăm linh năm triệu"),
      (25_000_000_000_000, "hai mươi lăm nghìn tỷ"), (1_000_000_000_000_000, "một triệu tỷ"),
      (1_000_000_000_000_000_000, "một tỷ tỷ"), (-105, "âm một trăm linh năm"),
    ])
  func words(number: Int, text: String) {
    #expect(AmountInWords.words(number) == text)
  }

  @Test("amounts begin with a capital and end with the unit")
  func dong() {
    #expect(AmountInWords.dong(200_000_000) == "Hai trăm triệu đồng")
    #expect(AmountInWords.dong(-5) == "Âm năm đồng")
    #expect(AmountInWords.dong(0) == "Không đồng")
    #expect(AmountInWords.words(Int.min).hasPrefix("âm chín tỷ hai trăm hai mươi ba triệu"))
  }
}
