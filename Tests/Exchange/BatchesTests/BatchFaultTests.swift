import Fieldwork
import Journal
import Testing

@testable import Batches
@testable import Records

@Suite struct BatchFaultTests {
  private let laptop = Campaign("Máy 1", seed: 1)
  private let faults = Faults()

  /// What is on the stick under a name that looks whole.
  private func named() throws -> [String] {
    guard FileSystem.live.isPresent(laptop.stick) else { return [] }
    return try FileSystem.live.list(laptop.stick).map(\.name).filter { !$0.hasSuffix(".part") }
  }

  /// Whatever call on the way fails, a folder that looks whole is whole, and the store is as it was or has noted it.
  @Test(arguments: [true, false]) func noHalfBatchLooksWhole(isPulledOut: Bool) throws {
    var calls = 0
    var call = 1
    while true {
      let one = Campaign("Máy 1", seed: 1)
      let store = try one.open()
      try store.appendAndWait([.user(name: "An", team: "Đội 1")])
      try Campaign.fill(store, record: Campaign.record)
      var options = one.options
      options.fileSystem = faults.fileSystem
      faults.fail(at: call, goesOn: isPulledOut)
      var summary: BatchSummary?
      do throws(BatchProblem) { summary = try BatchWriter.create(store: store, to: one.stick, options: options) } catch
      {
        #expect(error.code == "BAT-003", "\(error)")
      }
      faults.fail(at: nil)
      let isNoted = store.snapshot.records[Campaign.record]?.isExported == true
      #expect(isNoted == (summary != nil))
      let there = ((try? FileSystem.live.list(one.stick)) ?? []).map(\.name).filter { !$0.hasSuffix(".part") }
      for name in there { #expect(BatchReader.verify(path: one.stick + "/" + name, keys: nil).isWhole) }
      if summary == nil {
        let next = try BatchWriter.create(store: store, to: one.stick, options: one.options)
        #expect(next.records == 1 && BatchReader.verify(path: next.folder, keys: KeyStore(of: store)).isWhole)
      }
      #expect(store.verify().isClean)
      try store.close()
      calls += 1
      if summary != nil, call > 40 { break }
      call += isPulledOut ? 3 : 1
      guard call < 2000 else { break }
    }
    #expect(calls > (isPulledOut ? 30 : 90))
  }

  @Test func aStickThatLiesIsCaught() throws {
    let store = try laptop.filled()
    var options = laptop.options
    let live = FileSystem.live
    options.fileSystem.write = { file, bytes throws(SystemFailure) in
      // Every file comes out with one bit turned.
      var changed = Array(bytes)
      changed[changed.count / 2] ^= 1
      var result: Result<Int, SystemFailure> = .success(0)
      changed.withUnsafeBytes { buffer in
        do throws(SystemFailure) { result = .success(try live.write(file, buffer)) } catch { result = .failure(error) }
      }
      return try result.get()
    }
    options.signs = false
    #expect(throws: (any Error).self) { try BatchWriter.create(store: store, to: laptop.stick, options: options) }
    #expect(try FileSystem.live.list(laptop.stick).isEmpty)
    options.recipient = try KeyStore(of: store).create()
    #expect(throws: (any Error).self) { try BatchWriter.create(store: store, to: laptop.stick, options: options) }
    #expect(try FileSystem.live.list(laptop.stick).isEmpty)
    try store.close()
  }

  /// An import that breaks off anywhere is completed by the next one, and comes to the same.
  @Test func aBrokenImportIsCompleted() throws {
    let source = try laptop.filled()
    let batch = try BatchWriter.create(store: source, to: laptop.stick, options: laptop.options)
    try source.close()
    var call = 1
    var isDone = false
    while !isDone, call < 2000 {
      let office = Campaign("Văn phòng", seed: 2)
      let store = try office.open(fileSystem: faults.fileSystem)
      faults.fail(at: call, goesOn: true)
      do throws(BatchProblem) {
        _ = try BatchImporter.import(path: batch.folder, into: store, options: ImportOptions(now: 0))
        isDone = true
      } catch {
        #expect(error.gravity == .damaged, "\(error)")
      }
      faults.fail(at: nil)
      try? store.close()
      let again = try office.open()
      let summary = try BatchImporter.import(path: batch.folder, into: again, options: ImportOptions(now: 0))
      #expect(summary.new.count + summary.known == 2)
      #expect(again.snapshot.records.values.count { $0.status == .finalised } == 2)
      #expect(again.verify().isClean, "\(again.verify())")
      try again.close()
      call += 3
    }
    #expect(isDone && call > 60)
  }
}
