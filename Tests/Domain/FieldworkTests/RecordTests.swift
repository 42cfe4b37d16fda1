import Fieldwork
import Testing

@Suite("Records, reviews, conflicts")
struct RecordTests {
  @Test("what can follow on what")
  func transitions() {
    typealias Action = RecordStatus.Action
    var table: [String] = []
    for status in RecordStatus.allCases {
      for action in Action.allCases {
        if let next = status.after(action) { table.append("\(status) \(action) \(next)") }
      }
    }
    #expect(
      table == [
        "draft finalise finalised", "draft void void", "finalised reopen draft",
        "finalised returnForCorrection returned", "finalised approve approved", "finalised void void",
        "returned finalise finalised", "returned reopen draft", "returned void void",
        "approved returnForCorrection returned", "approved void void", "void reopen draft",
      ])
    #expect(RecordStatus.allCases.filter(\.isOpen) == [.draft, .returned])
  }

  @Test("a review says what happens to the record, and why")
  func review() {
    var review = Review(record: "r", verdict: .returnForCorrection, reviewer: "Lan", time: "2027-01-20T08:00:00+07:00")
    #expect(!review.hasReason && review.action == .returnForCorrection)
    review.comments = [Review.Comment(field: "/data/gia", text: "Xem lại đơn vị")]
    #expect(review.hasReason)
    review.verdict = .approve
    #expect(review.action == .approve)
  }

  @Test("equal answers are no conflict")
  func conflict() {
    func leaf(_ value: String?, _ device: String) -> Conflict.Leaf {
      Conflict.Leaf(version: device, value: value, device: device, time: "2027-01-20T08:00:00+07:00")
    }
    #expect(Conflict(record: "r", field: "/data/a", leaves: [leaf("1", "a"), leaf("2", "b")]).isReal)
    #expect(Conflict(record: "r", field: "/data/a", leaves: [leaf("1", "a"), leaf(nil, "b")]).isReal)
    #expect(!Conflict(record: "r", field: "/data/a", leaves: [leaf("1", "a"), leaf("1", "b")]).isReal)
    #expect(!Conflict(record: "r", field: "/data/a", leaves: []).isReal)
  }
}
