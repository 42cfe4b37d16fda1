import Fieldwork
import Glibc
import JSON
import Journal
import TestSupport
import Testing

@testable import Records

@Suite struct MergeTests {
  @Test func twoDevicesOneField() throws {
    let (one, two) = (Laptop("Máy 1", seed: 1), Laptop("Máy 2", seed: 2))
    var first = try one.open()
    try first.appendAndWait([Sample.open(), Sample.set("a", "1"), Sample.set("b", "x")])
    try first.close()
    try two.take(from: one)
    let second = try two.open()
    try second.appendAndWait([Sample.set("a", "2"), Sample.set("b", "y")])
    first = try one.open()
    try first.appendAndWait([Sample.set("a", "3"), Sample.set("b", "y")])
    try first.close()
    try second.close()
    try one.take(from: two)
    let merged = try one.open()
    let conflicts = try #require(merged.snapshot.records[Sample.record]?.conflicts)
    // Equal answers are no conflict.
    #expect(conflicts.map(\.field) == ["/data/a"])
    #expect(Set(conflicts[0].leaves.compactMap(\.value)) == ["2", "3"])
    #expect(conflicts[0].isReal)
    try merged.appendAndWait([
      .merge(
        record: Sample.record, field: "/data/a", value: "2",
        parents: conflicts[0].leaves.compactMap { LineHash(hex: $0.version) })
    ])
    #expect(merged.snapshot.records[Sample.record]?.conflicts.isEmpty == true)
    #expect(merged.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "2")
    try merged.close()
    try two.take(from: one)
    let other = try two.open()
    #expect(other.snapshot.records[Sample.record]?.conflicts.isEmpty == true)
    #expect(other.snapshot.stateHash == merged.snapshot.stateHash)
    try other.close()
  }

  @Test func aRecordFinishedHereAndChangedThere() throws {
    let (one, two) = (Laptop("Máy 1", seed: 1), Laptop("Máy 2", seed: 2, time: 1_795_212_900_000))
    var first = try one.open()
    try first.appendAndWait([Sample.open(), Sample.set("a", "1")])
    try first.close()
    try two.take(from: one)
    first = try one.open()
    try first.appendAndWait([Sample.done()])
    try first.close()
    let second = try two.open()
    try second.appendAndWait([Sample.set("a", "2")])
    try second.close()
    try one.take(from: two)
    let merged = try one.open(writes: false).snapshot.records[Sample.record]
    #expect(merged?.status == .finalised)
    #expect(merged?.isChangedAfterDone == true)
  }

  /// State is a function of the set of lines: any order, any repetition, any partition gives the same.
  @Test func unionLaw() throws {
    let isLong = getenv("KHAOSAT_LONG") != nil
    let (devices, operations, orders) = isLong ? (5, 500, 200) : (3, 100, 20)
    var random = SeededGenerator()
    let laptops = (0..<devices).map { Laptop("Máy \($0)", seed: UInt64($0 + 1)) }
    for _ in 0..<4 {
      for laptop in laptops {
        let store = try laptop.open()
        for _ in 0..<operations / 4 { try store.append([StoreEvents.draft(&random, store)]) { _ in } }
        try store.close()
      }
      // Some see some of the others' work, as it was at that moment.
      for laptop in laptops {
        let other = laptops[Int.random(in: 0..<devices, using: &random)]
        if other !== laptop { try laptop.take(from: other) }
      }
    }
    let lines = try Laptop.lines(of: laptops.map(\.path))
    var whole = Projection()
    whole.take(lines)
    let expected = whole.snapshot.stateHash
    #expect(whole.snapshot.lines >= devices * operations)
    for _ in 0..<orders {
      var rest = (lines + lines.shuffled(using: &random).prefix(lines.count / 5)).shuffled(using: &random)[...]
      var projection = Projection()
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...200, using: &random))
        rest = rest.dropFirst(part.count)
        projection.take(part)
      }
      #expect(projection.snapshot.stateHash == expected)
    }
    for laptop in laptops { for other in laptops where other !== laptop { try laptop.take(from: other) } }
    for laptop in laptops { #expect(try laptop.open(writes: false).snapshot.stateHash == expected) }
  }

  @Test func everyPrefixOfALogOpens() throws {
    let laptop = Laptop("Máy 1", seed: 3)
    let store = try laptop.open()
    var random = SeededGenerator()
    for _ in 0..<25 { try store.appendAndWait([StoreEvents.draft(&random, store)]) }
    try store.close()
    let directory = laptop.path + "/data/" + store.identity.device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    let content = try FileSystem.live.contents(of: directory + "/" + name)
    let lines = try Laptop.lines(of: [laptop.path])
    for cut in stride(from: 0, through: content.count, by: 17) {
      try FileSystem.live.replace(directory + "/" + name, with: Array(content[..<cut]))
      let prefix = try laptop.open(writes: false)
      var expected = Projection()
      expected.take(lines.prefix(content[..<cut].count { $0 == 0x0A }))
      #expect(prefix.snapshot.stateHash == expected.snapshot.stateHash)
    }
  }
}
