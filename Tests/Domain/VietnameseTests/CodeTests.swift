import Testing
import Vietnamese

@Suite("Codes and measures")
struct CodeTests {
  @Test(
    "tax codes",
    arguments: [
      ("0100233488", "0100233488", TaxCode.Holder.organisation), ("0100109106", "0100109106", .organisation),
      ("2300233993", "2300233993", .organisation), ("4600100003", "4600100003", .organisation),
      ("0314409058-002", "0314409058002", .branch), ("0314409058 002", "0314409058002", .branch),
      ("087084000999", "087084000999", .person), ("01.00.233.488", "0100233488", .organisation),
    ])
  func taxCodes(text: String, digits: String, holder: TaxCode.Holder) throws {
    let code = try TaxCode(reading: text)
    #expect(code.digits == digits)
    #expect(code.holder == holder)
  }

  @Test(
    "tax codes that are refused",
    arguments: [
      ("0100233489", TextProblem.taxCheckDigit(expected: 8)), ("0100233488-000", .taxBranch),
      ("12345", .digitCount(found: 5, allowed: [10, 12, 13])), ("", .empty), ("01002334B8", .character("B")),
      ("0100000000", .taxNumber),
    ])
  func refusedTaxCodes(text: String, problem: TextProblem) {
    #expect(throws: problem) { try TaxCode(reading: text) }
  }

  @Test("a branch is shown with a dash, and a wrong check digit can be confirmed")
  func taxCodeDetails() throws {
    #expect(try TaxCode(reading: "0314409058002").display == "0314409058-002")
    #expect(try TaxCode(reading: "0100233488").display == "0100233488")
    #expect(TextProblem.taxCheckDigit(expected: 8).isConfirmable)
    #expect(!TextProblem.taxCheckDigit(expected: nil).isConfirmable)
    #expect(!TextProblem.taxBranch.isConfirmable)
  }

  @Test("citizen numbers")
  func citizens() throws {
    let citizen = try CitizenID(reading: "087084000999", in: 2027)
    #expect(citizen.birthProvince == "087" && citizen.sex == .male && citizen.birthYear == 1984 && !citizen.isOldCard)
    #expect(citizen.masked == "•••••••••999")
    #expect(try CitizenID(reading: "006 090 001 234", in: 2027).birthYear == 1990)
    #expect(try CitizenID(reading: "024305001234", in: 2027).sex == .female)
    #expect(try CitizenID(reading: "024305001234", in: 2027).birthYear == 2005)
    #expect(throws: TextProblem.birthProvince("003")) { try CitizenID(reading: "003090001234", in: 2027) }
    #expect(throws: TextProblem.birthYear(2090)) { try CitizenID(reading: "006390001234", in: 2027) }
    #expect(throws: TextProblem.digitCount(found: 11, allowed: [12, 9])) {
      try CitizenID(reading: "00609000123", in: 2027)
    }
    let old = try CitizenID(reading: "121 234 567", in: 2027)
    #expect(old.isOldCard && old.sex == nil && old.birthYear == nil && old.birthProvince == nil)
  }

  @Test(
    "telephone numbers",
    arguments: [
      ("0912 345 678", "0912345678", TelephoneNumber.Net.mobile, "0912 345 678"),
      ("+84 912345678", "0912345678", .mobile, "0912 345 678"),
      ("0084912345678", "0912345678", .mobile, "0912 345 678"),
      ("84912345678", "0912345678", .mobile, "0912 345 678"),
      ("+84 (0)912 345 678", "0912345678", .mobile, "0912 345 678"),
      ("0208 3 855 123", "02083855123", .landline, "0208 3855 123"),
      ("(024) 3825-1234", "02438251234", .landline, "024 3825 1234"),
    ])
  func telephones(text: String, digits: String, net: TelephoneNumber.Net, display: String) throws {
    let telephone = try TelephoneNumber(reading: text)
    #expect(telephone.digits == digits)
    #expect(telephone.net == net)
    #expect(telephone.display == display)
  }

  @Test(
    "telephone numbers that are refused",
    arguments: [
      ("0123456789", TextProblem.telephone), ("09123456", .digitCount(found: 8, allowed: [10, 11])), ("", .empty),
      ("+1 202 555 0123", .telephone), ("01234567890", .telephone), ("9912345678", .telephone),
      ("không có", .character("k")),
    ])
  func refusedTelephones(text: String, problem: TextProblem) {
    #expect(throws: problem) { try TelephoneNumber(reading: text) }
  }

  @Test("household licences")
  func licences() throws {
    #expect(try HouseholdLicence(reading: "06C8001234").number == "06C8001234")
    #expect(try HouseholdLicence(reading: "06 c 8 001234").number == "06C8001234")
    #expect(try HouseholdLicence(reading: "20đ8000001").number == "20Đ8000001")
    for text in ["06C9001234", "6C8001234", "06C80012345", "0100233488"] {
      #expect(throws: TextProblem.licence) { try HouseholdLicence(reading: text) }
    }
  }

  @Test("power of machines")
  func power() throws {
    let ten = try MachinePower(reading: "10 HP")
    #expect(ten.unit == .horsepower && ten.kilowatts?.plain == "7.457" && ten.value.plain == "10")
    #expect(try MachinePower(reading: "7,5 mã lực").kilowatts?.plain == "5.51625")
    #expect(try MachinePower(reading: "5,5kW").kilowatts?.plain == "5.5")
    #expect(try MachinePower(reading: "750 W").kilowatts?.plain == "0.75")
    #expect(try MachinePower(reading: "3", unlessWritten: .horsepower).unit == .horsepower)
    #expect(throws: TextProblem.unit("kg")) { try MachinePower(reading: "3 kg") }
    #expect(throws: TextProblem.groupSize) { try MachinePower(reading: "5.5 kW") }
    #expect(try MachinePower(reading: "0,05 kW").isPlausible && MachinePower(reading: "2.000 kW").isPlausible)
    #expect(try !MachinePower(reading: "0,04 kW").isPlausible && !MachinePower(reading: "2.000,1 kW").isPlausible)
  }

  @Test("coordinates")
  func coordinates() {
    #expect(VietnamBounds.check(latitude: 21.59, longitude: 105.84) == .mainland)
    #expect(VietnamBounds.check(latitude: 8.65, longitude: 111.92) == .islands)
    #expect(VietnamBounds.check(latitude: 105.84, longitude: 21.59) == .swapped)
    #expect(VietnamBounds.check(latitude: 48.1, longitude: 11.6) == .elsewhere)
    #expect(VietnamBounds.check(latitude: 91, longitude: 0) == .impossible)
    #expect(VietnamBounds.check(latitude: .nan, longitude: 0) == .impossible)
  }

  @Test("every problem has a code of its own")
  func problemCodes() {
    let problems: [TextProblem] = [
      .empty, .character("x"), .digitCount(found: 1, allowed: [2]), .number, .mixedSeparators, .groupSize,
      .repeatedComma,
      .unit("x"), .unitOrder, .tooManyDigits, .partOfDong, .date, .month(13), .day(31, month: 2, year: 2027), .year(1),
      .taxCheckDigit(expected: nil), .taxNumber, .taxBranch, .birthProvince("003"), .birthYear(2090), .telephone,
      .licence,
    ]
    #expect(Set(problems.map(\.code)).count == problems.count)
  }
}
