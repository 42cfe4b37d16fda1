import Fieldwork
import JSON

@testable import Records
import TestSupport

/// Random events of a small campaign.
enum StoreEvents {
  static func draft(_ random: inout SeededGenerator, _ store: Store) -> EventDraft {
    let record = "record-\(Int.random(in: 0..<6, using: &random))"
    let field = "/data/f\(Int.random(in: 0..<5, using: &random))"
    let value = String(Int.random(in: 0..<50, using: &random))
    switch Int.random(in: 0..<18, using: &random) {
    case 0: return Sample.open(record, visit: "CS-00\(Int.random(in: 0..<4, using: &random))")
    case 1: return .unset(record: record, field: field)
    case 2: return .missing(record: record, field: field, reason: "dk")
    case 3: return Sample.done(record)
    case 4: return .reopen(record: record)
    case 5: return .note(record: record, field: field, text: value)
    case 6: return Sample.visit("CS-00\(Int.random(in: 0..<4, using: &random))")
    case 7:
      return .visit(
        "CS-00\(Int.random(in: 0..<4, using: &random))",
        status: VisitStatus.allCases.randomElement(using: &random) ?? .done)
    case 8: return .user(name: "Người \(value)", team: "1")
    case 9:
      let done = store.snapshot.records[record]?.submission?.version
      return .export(batch: value, to: "usb", formats: ["csv"], lines: done.map { [(record: record, done: $0)] } ?? [])
    case 10: return EventDraft(kind: .other("later"), record: record, field: field, payload: ["a": .string(value)])
    case 11, 12:
      return .checkpoint(
        record: record, place: field, text: value, cursor: 1, label: "Phiếu \(value)", errors: 1, warnings: 0,
        isLabelPersonal: Bool.random(using: &random))
    case 13:
      return EventDraft(
        kind: .case, payload: ["case": .string(value), "list": "xa", "fields": ["ten": .string("Xã \(value)")]])
    case 14: return EventDraft(kind: .import, payload: ["from": "a.csv", "kind": "visits", "count": 3])
    default: return .set(record: record, field: field, value: value)
    }
  }
}
