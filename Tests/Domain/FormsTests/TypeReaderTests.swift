import Forms
import Testing

@Suite("Reading types")
struct TypeReaderTests {
  @Test(
    "spellings of one kind",
    arguments: [
      ("int", QuestionKind.integer), ("integer", .integer), ("gps", .geopoint), ("photo", .image),
      ("datetime", .dateTime),
      ("dateTime", .dateTime), ("add date prompt", .date), ("trigger", .acknowledge), ("imei", .metadata(.deviceID)),
      ("begin group", .group), ("string", .text),
    ])
  func aliases(spelling: String, kind: QuestionKind) {
    #expect(TypeReader.read(spelling) == .question(QuestionType(kind: kind)))
  }

  @Test("selects with their lists")
  func selects() {
    #expect(TypeReader.read("select_one xa") == .question(QuestionType(kind: .selectOne, choices: .list("xa"))))
    #expect(
      TypeReader.read("select one from xa or specify other")
        == .question(QuestionType(kind: .selectOne, choices: .list("xa"), hasOther: true)))
    #expect(
      TypeReader.read("select_multiple_from_file a.csv")
        == .question(QuestionType(kind: .selectMultiple, choices: .file("a.csv"))))
    #expect(TypeReader.read("select_one ${ten}") == .question(QuestionType(kind: .selectOne, choices: .rows("ten"))))
    #expect(
      TypeReader.read("select_one_external xa") == .question(QuestionType(kind: .selectOne, choices: .external("xa"))))
    #expect(TypeReader.read("rank uu_tien") == .question(QuestionType(kind: .rank, choices: .list("uu_tien"))))
    #expect(TypeReader.read("select_one") == .question(QuestionType(kind: .selectOne)))
  }

  @Test("what is no question")
  func others() {
    #expect(TypeReader.read("csv-external") == .instance(isXML: false))
    #expect(TypeReader.read("xml-external") == .instance(isXML: true))
    #expect(TypeReader.read("text box") == .unknown)
    #expect(TypeReader.read("") == .unknown)
  }
}
