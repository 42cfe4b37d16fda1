import Testing
import Vietnamese

@Suite("Numbers and money")
struct NumberTests {
  @Test(
    "numbers as they are written here",
    arguments: [
      ("1.234.567,89", "1234567.89"), ("1.290", "1290"), ("1,290", "1.29"), ("0", "0"), ("-5", "-5"), ("−5,0", "-5"),
      ("+7", "7"), ("1 234 567", "1234567"), ("1\u{A0}234,5", "1234.5"), ("007", "7"), ("0,05", "0.05"),
      ("  12 ", "12"), ("1.000.000", "1000000"),
      ("123456789012345678901234567890,1234", "123456789012345678901234567890.1234"),
    ])
  func reading(text: String, plain: String) throws {
    #expect(try NumberReading.number(text).plain == plain)
  }

  @Test(
    "what could mean two things is refused",
    arguments: [
      ("1,234.5", TextProblem.mixedSeparators), ("1.29", .groupSize), ("0.500", .groupSize), ("1.2345", .groupSize),
      ("1234.567", .groupSize), ("1,234,567", .repeatedComma), ("", .empty), (" ", .empty), ("-", .number),
      (",5", .number), ("5,", .number), ("1e5", .character("e")), ("12a", .character("a")), ("1..000", .groupSize),
      ("12345678901234567890123456789012345", .tooManyDigits),
    ])
  func refused(text: String, problem: TextProblem) {
    #expect(throws: problem) { try NumberReading.number(text) }
  }

  @Test(
    "numbers are written with dots and a comma",
    arguments: [
      ("1234567.89", "1.234.567,89"), ("0", "0"), ("999", "999"), ("1000", "1.000"), ("-1234.5", "-1.234,5"),
      ("-0.05", "-0,05"), ("100000", "100.000"), ("1.50", "1,5"),
    ])
  func writing(plain: String, text: String) throws {
    let value = try #require(ExactDecimal(plain: plain))
    #expect(value.vietnamese == text)
    #expect(try NumberReading.number(text) == value)
  }

  @Test("plain text that is no number")
  func noNumber() {
    for text in ["", "-", ".", "1.", ".5", "1,5", "1e3", "+1", "1.2.3", " 1"] {
      #expect(ExactDecimal(plain: text) == nil)
    }
  }

  @Test(
    "amounts with units",
    arguments: [
      ("1,29 tỷ", 1_290_000_000), ("1,290 tỷ", 1_290_000_000), ("1.290 triệu", 1_290_000_000),
      ("900 triệu đồng", 900_000_000),
      ("1 tỷ 290 triệu", 1_290_000_000), ("2 triệu rưỡi", 2_500_000), ("1.290.000.000đ", 1_290_000_000),
      ("3,2 tỉ đồng", 3_200_000_000), ("450 trđ", 450_000_000), ("35tr", 35_000_000), ("500k", 500_000),
      ("12 nghìn đồng", 12_000), ("1.000 VNĐ", 1_000), ("75.000 ₫", 75_000), ("1000", 1_000), ("-5 triệu", -5_000_000),
      ("1,5 ty", 1_500_000_000), ("1 tỷ 2 triệu 3 nghìn 4 đồng", 1_002_003_004),
    ])
  func amounts(text: String, dong: Int) throws {
    #expect(try MoneyAmount(reading: text).wholeDong() == dong)
  }

  @Test(
    "amounts that are refused",
    arguments: [
      ("5 triệu 1 tỷ", TextProblem.unitOrder), ("1 triệu 2 triệu", .unitOrder), ("1 tỷ 2", .number), ("tỷ", .number),
      ("5 đô la", .unit("đô la")), ("1,234.5 triệu", .mixedSeparators), ("", .empty), ("1 tỷ -2 triệu", .number),
    ])
  func refusedAmounts(text: String, problem: TextProblem) {
    #expect(throws: problem) { try MoneyAmount(reading: text) }
  }

  @Test("a number alone is meant in the unit of the question, a written unit wins")
  func unitOfTheQuestion() throws {
    let plain = try MoneyAmount(reading: "450", unlessWritten: .million)
    #expect(try plain.wholeDong() == 450_000_000)
    #expect(plain.unit == nil)
    let written = try MoneyAmount(reading: "1,29 tỷ", unlessWritten: .million)
    #expect(written.value(in: .million)?.plain == "1290")
    #expect(written.value(in: .billion)?.plain == "1.29")
    #expect(written.unit == .billion)
    #expect(throws: TextProblem.partOfDong) { try MoneyAmount(reading: "0,5").wholeDong() }
  }

  @Test("short writing of amounts")
  func short() {
    #expect(MoneyAmount.short(dong: 1_290_000_000) == "1,29 tỷ đồng")
    #expect(MoneyAmount.short(dong: 200_000_000) == "200 triệu đồng")
    #expect(MoneyAmount.short(dong: 1_290_500_123) == "1.290.500.123 đồng")
    #expect(MoneyAmount.short(dong: 1_290_500_000) == "1.290,5 triệu đồng")
    #expect(MoneyAmount.short(dong: -2_500_000) == "-2,5 triệu đồng")
    #expect(MoneyAmount.short(dong: 999_999) == "999.999 đồng")
  }

  @Test("exact arithmetic and comparison")
  func arithmetic() throws {
    let tenth = ExactDecimal(coefficient: 1, scale: 1)
    let fifth = ExactDecimal(coefficient: 2, scale: 1)
    #expect(tenth.adding(fifth) == ExactDecimal(plain: "0.3"))
    #expect(tenth.multiplied(by: fifth) == ExactDecimal(plain: "0.02"))
    #expect(tenth < fifth && ExactDecimal(-1) < tenth && !(fifth < tenth) && ExactDecimal(-2) < ExactDecimal(-1))
    let greatest = try #require(ExactDecimal(plain: String(repeating: "9", count: 34)))
    #expect(greatest.adding(ExactDecimal(1)) == nil)
    #expect(greatest.multiplied(by: greatest) == nil)
    #expect(greatest.shifted(by: 1) == nil)
    let least = try #require(ExactDecimal(plain: "0." + String(repeating: "0", count: 33) + "1"))
    #expect(least < greatest && !(greatest < least))
    #expect(ExactDecimal(1500).shifted(by: -3)?.plain == "1.5")
    #expect(ExactDecimal(12).wholeValue == 12 && tenth.wholeValue == nil)
  }
}
