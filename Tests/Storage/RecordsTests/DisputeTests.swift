import Fieldwork
import Synchronization
import TestSupport
import Testing

@testable import Records

/// Records that were finished and say something else by now.
@Suite struct DisputeTests {
  private let one = Laptop("Máy 1", seed: 51)
  private let two = Laptop("Máy 2", seed: 52, time: 1_795_212_900_000)

  private func append(_ laptop: Laptop, _ drafts: [EventDraft]) throws {
    let store = try laptop.open()
    try store.appendAndWait(drafts)
    try store.close()
  }

  private func done(_ laptop: Laptop) throws {
    let state = try state(laptop)
    try append(
      laptop,
      [
        Sample.done(
          changes: state.changes, instance: "uuid:\(laptop.name)-\(state.revisions)",
          deprecates: state.submission?.instance)
      ])
  }

  private func state(_ laptop: Laptop) throws -> RecordState {
    try #require(try laptop.open(writes: false).snapshot.records[Sample.record])
  }

  /// Both laptops have the record with one answer.
  private func shared() throws {
    try append(one, [Sample.open(), Sample.set("a", "1")])
    try two.take(from: one)
  }

  private func exchange() throws {
    try two.take(from: one)
    try one.take(from: two)
  }

  @Test func whoeverKnowsEverythingFinishesWithoutDispute() throws {
    try shared()
    try append(two, [Sample.set("a", "2")])
    try one.take(from: two)
    try done(one)
    try exchange()
    for laptop in [one, two] { #expect(try !state(laptop).isDisputed && state(laptop).status == .finalised) }
  }

  @Test func aRecordFinishedByTwoIsDisputedUntilItIsFinishedAnew() throws {
    try shared()
    try append(one, [Sample.set("b", "của một")])
    try append(two, [Sample.set("c", "của hai")])
    try done(one)
    try done(two)
    try exchange()
    for laptop in [one, two] { #expect(try state(laptop).isDisputed) }
    try append(one, [.reopen(record: Sample.record)])
    #expect(try !state(one).isDisputed)
    try done(one)
    try exchange()
    for laptop in [one, two] { #expect(try !state(laptop).isDisputed && state(laptop).status == .finalised) }
  }

  @Test func anAnswerThatWasNotKnownAtTheEndDisputesWhereverItStands() throws {
    try shared()
    // The clock of the second laptop is ahead: its answer comes after the end; that of the first one before it.
    try done(one)
    try append(two, [Sample.set("b", "muộn")])
    try exchange()
    #expect(try state(one).isDisputed)
    let third = Laptop("Máy 3", seed: 53, time: 1_795_212_700_000)
    let (four, five) = (Laptop("Máy 4", seed: 54), Laptop("Máy 5", seed: 55, time: 1_795_213_900_000))
    try append(third, [Sample.open(), Sample.set("a", "1")])
    for laptop in [four, five] { try laptop.take(from: third) }
    try append(four, [Sample.set("b", "sớm")])
    try done(five)
    try five.take(from: four)
    #expect(try state(five).isDisputed)
  }

  @Test func whatCameAloneInABatchIsNotDisputed() throws {
    try append(one, [Sample.done(changes: 40)])
    #expect(try !state(one).isDisputed)
    try append(one, [.reopen(record: Sample.record), Sample.set("a", "2")])
    try done(one)
    #expect(try !state(one).isDisputed)
  }

  @Test func aVoidRecordStaysSoWhateverIsFinishedLater() throws {
    try shared()
    try append(one, [.void(record: Sample.record)])
    try done(two)
    try exchange()
    for laptop in [one, two] { #expect(try state(laptop).status == .void && state(laptop).isDisputed) }
  }

  @Test func theCacheKnowsOfIt() throws {
    try shared()
    try append(one, [Sample.set("b", "của một")])
    try append(two, [Sample.set("c", "của hai")])
    try done(one)
    try done(two)
    try one.take(from: two)
    var options = one.options(writes: true)
    options.cacheBytes = 1
    let store = try Store.open(at: one.path, options: options)
    try store.appendAndWait([Sample.set("d", "1", record: "record-2")])
    try store.close()
    let again = try one.open(writes: false)
    #expect(again.state.withLock { $0.projection.cachedBytes } > 0)
    #expect(again.snapshot.records[Sample.record]?.isDisputed == true)
  }

  @Test func whatTheOfficeCorrectsInARecordThatCameAloneIsNoConflict() throws {
    try append(one, [Sample.open(), Sample.set("a", "1"), Sample.set("b", "x")])
    try done(one)
    let line = try #require(try state(one).submission?.version)
    let laptop = try one.open(writes: false)
    let bytes = try #require(try laptop.lines(named: [line])[line])
    let office = Laptop("Văn phòng", seed: 56, time: 1_795_312_900_000)
    let there = try office.open()
    try there.forms.add([FormArchive.File(name: "form.yaml", content: Array("form_id: a\n".utf8))])
    #expect(try there.receive([bytes]) == [line])
    try there.appendAndWait([.reopen(record: Sample.record), Sample.set("a", "2")])
    try there.close()
    try done(office)
    try one.take(from: office)
    let merged = try state(one)
    #expect(merged.conflicts.isEmpty && merged.fields.fields["/data/a"]?.value == "2" && !merged.isDisputed)
    #expect(merged.fields.fields["/data/b"]?.value == "x")
  }

  @Test func twoWhoCorrectTheSameRevisionDisputeThoughEachOfThemIsWhole() throws {
    try shared()
    try done(one)
    try two.take(from: one)
    for laptop in [one, two] {
      try append(laptop, [.reopen(record: Sample.record), Sample.set("b", "của " + laptop.name)])
      try done(laptop)
    }
    try exchange()
    for laptop in [one, two] { #expect(try state(laptop).isDisputed) }
    try append(two, [.reopen(record: Sample.record)])
    try done(two)
    try exchange()
    for laptop in [one, two] { #expect(try !state(laptop).isDisputed) }
  }
}
