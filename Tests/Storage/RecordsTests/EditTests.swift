import JSON
import Journal
import Responses
import Testing

@testable import Records

@Suite struct EditTests {
  @Test func everyEditComesBack() throws {
    let gia = try #require(FieldPath("/data/may{7f3a}/gia"))
    let may = try #require(FieldPath("/data/may"))
    let row = try #require(FieldPath("/data/may{7f3a}"))
    let edits: [Edit] = [
      .set(gia, "1250000000"), .set(gia, ""), .unset(gia), .addRow(repeat: may, row: try #require(RowID("7f3a"))),
      .removeRow(row),
      .missing(gia, reason: "dk"), .note(gia, "chủ cơ sở \"vắng\""), .confirmWarning(gia, reason: "đúng"),
    ]
    let store = try Laptop("Máy 1", seed: 1).open()
    try store.appendAndWait([Sample.open()])
    let time: Int64 = 1_795_300_000_123
    let events = try store.appendAndWait(edits.map { EventDraft($0, record: Sample.record, time: time) })
    #expect(events.map(\.edit) == edits)
    #expect(events.allSatisfy { $0.time == time })
    let replayed = try #require(store.snapshot.records[Sample.record]?.events)
    #expect(replayed.compactMap(\.edit) == edits)
    let merge = try store.appendAndWait([
      .merge(record: Sample.record, field: gia.description, value: nil, parents: []),
      .merge(record: Sample.record, field: gia.description, value: "5", parents: []),
    ])
    #expect(merge.map(\.edit) == [.unset(gia), .set(gia, "5")])
    #expect(events.first?.body.payload?.keys == ["value", "w"])
  }
}
