import Expressions
import Fieldwork
import Messages
import Screens

/// What other laptops and the team lead have sent.
enum ExchangeSamples {
  /// The list with a returned record, last copied two days before the first key.
  static let board: VisitBoard = {
    var board = Samples.board
    board.copiedUntil = 1_800_240_127_000 - 2 * 86_400_000 - 1
    board.records.append(
      RecordSummary(record: "d", form: "khao_sat", visit: "BG24-003", status: .returned, answered: 47, required: 47))
    board.records.append(
      RecordSummary(record: "e", form: "khao_sat", visit: "BG24-014", status: .returned, answered: 47, required: 47))
    return board
  }()

  /// An exchange that brought a conflict and met a damaged copy.
  static let summary = ExchangeSummary(
    folder: "/media/usb", lines: ExchangeSummary.Flow(sent: 12, received: 1_340), records: 3,
    attachments: ExchangeSummary.Flow(sent: 2, received: 0), forms: ExchangeSummary.Flow(sent: 0, received: 1),
    laptops: ["M2", "M3"], conflicts: ["BG24-003 HKD chế biến Đại Sơn 1 · khao_sat"],
    damaged: [
      ExchangeSummary.Damaged(
        place: "m3/data/1.log:17",
        problem: ProblemPhrase(
          "checksum", ("Mã kiểm tra không khớp", "The checksum does not fit"),
          wayOut: ("Đồng bộ lại với máy đó", "Sync with that laptop again")))
    ])

  /// A record that the team lead returned.
  static func returned() -> OpenedRecord? {
    guard let response = Samples.response else { return nil }
    let review = Review(
      record: "d", verdict: .returnForCorrection, reviewer: "Trần Văn Minh", time: "2027-01-17T03:00:00.000Z",
      summary: "Thiếu số lao động nữ",
      comments: [
        Review.Comment(field: "/data/co_so/loai", text: "Giấy phép ghi là hợp tác xã"),
        Review.Comment(field: "/data/co_so/nu", text: "Hỏi lại kế toán"),
      ])
    return OpenedRecord(
      record: "d", visit: "BG24-003", response: response, place: FormPlace(path: "/data/co_so/loai"), review: review)
  }

  /// A record with two questions that two laptops answered differently.
  static func conflicting() -> OpenedRecord? {
    guard let response = Samples.response else { return nil }
    return OpenedRecord(
      record: "c", visit: "BG24-004", response: response,
      conflicts: [
        ConflictedQuestion(
          field: "/data/co_so/loai",
          answers: [answer("v1", "htx", "M1", 1_800_236_527_000), answer("v2", "hkd", "M2", 1_800_230_000_000)]),
        ConflictedQuestion(
          field: "/data/co_so/ld",
          answers: [answer("v3", nil, "M1", 1_800_236_529_000), answer("v4", "15", "M2", 1_800_230_004_000)]),
      ])
  }

  private static func answer(
    _ version: String, _ value: String?, _ laptop: String, _ time: Int64
  ) -> ConflictedQuestion.Answer {
    ConflictedQuestion.Answer(version: version, value: value, laptop: laptop, time: Script.moment(time))
  }
}
