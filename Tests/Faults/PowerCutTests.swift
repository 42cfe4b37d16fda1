import Foundation
import TestSupport
import Testing

extension FaultTests {
  /// The power is cut: runs are recorded call by call, and every disk that could be left after each call is built and
  /// opened again.
  @Suite("The power is cut", .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)")) struct PowerCutTests {
    /// One disk that a cut may leave.
    private struct Cut {
      let image: DiskImage
      let acknowledged: Set<[UInt8]>
      let isAfterPrint: Bool
    }

    private func record(_ arguments: [String], in place: Workplace, input: String) throws -> (
      Program.Result, [DiskCall]
    ) {
      let trace = place.path + "/trace"
      let result = try place.run(
        arguments, input: input,
        through: ["strace", "-f", "-qq", "-xx", "-s", "300000", "-o", trace, "-e", "trace=" + DiskCall.names])
      defer { try? FileManager.default.removeItem(atPath: trace) }
      return (result, DiskCall.list(try String(contentsOfFile: trace, encoding: .utf8)))
    }

    /// All disks that differ, in the order of the calls.
    private func cuts(_ calls: [DiskCall], before: DiskImage, in place: Workplace) -> [Cut] {
      var disk = CrashDisk(before, root: place.path)
      var acknowledged = before.lines(below: place.store)
      var isAfterPrint = false
      var seen: Set<DiskImage> = []
      var cuts: [Cut] = []
      for call in calls {
        if case .print = call {
          isAfterPrint = true
          acknowledged.formUnion(disk.image(names: .none, data: .none).lines(below: place.store + "/data"))
          seen.removeAll()
        } else if !disk.apply(call) {
          continue
        }
        for names in CrashDisk.NameLoss.allCases {
          for data in CrashDisk.DataLoss.allCases {
            let image = disk.image(names: names, data: data)
            guard seen.insert(image).inserted else { continue }
            cuts.append(Cut(image: image, acknowledged: acknowledged, isAfterPrint: isAfterPrint))
          }
        }
      }
      return cuts
    }

    /// Records a run, cuts the power everywhere (or at some places, the last one included) and opens what is left.
    private func check(
      _ name: String, _ arguments: [String], in place: Workplace, input: String = "",
      afterwards: (Workplace, Bool) throws -> Void = { _, _ in }
    ) throws {
      let before = DiskImage(reading: place.path)
      let (result, calls) = try record(arguments, in: place, input: input)
      #expect(result.exit == 0, "\(name): \(result.words)")
      let after = DiskImage(reading: place.path)
      let said = after.lines(below: place.store).union(before.lines(below: place.store))
      let all = cuts(calls, before: before, in: place)
      #expect(all.contains { $0.isAfterPrint }, "\(name): nothing was acknowledged")
      let last = try #require(all.last)
      #expect(
        last.image.lines(below: place.store) == after.lines(below: place.store), "\(name): the recording is complete")
      var tally = Tally()
      let chosen = choose(all)
      for cut in chosen {
        let lines = cut.image.lines(below: place.store)
        let (missing, extra) = (cut.acknowledged.subtracting(lines), lines.subtracting(said))
        tally.acknowledged += cut.acknowledged.count
        tally.lost += missing.count
        tally.invented += extra.count
        #expect(missing.isEmpty && extra.isEmpty, "\(name): \(missing.count) lost, \(extra.count) invented")
        let left = try Workplace()
        let target = left.path + "/disk"
        try cut.image.build(movingFrom: place.path, to: target)
        left.store = target + place.store.dropFirst(place.path.count)
        let check = try left.verify()
        #expect(check.exit == 0 || check.exit == 3, "\(name): \(check.text)")
        // Attachments come last in a sync, so one that was cut may lack them until the next.
        try left.expectWritable("\(name)", allowing: cut.isAfterPrint ? [] : ["media-missing"])
        let kept = StoreLines(left.store).lines
        #expect(cut.acknowledged.isSubset(of: kept), "\(name): lost after reopening")
        try afterwards(left, cut.isAfterPrint)
      }
      Ledger.shared.add("12 power cut: \(name), of \(all.count)", cases: chosen.count, tally)
    }

    private func choose(_ cuts: [Cut]) -> [Cut] {
      let wanted = Amount.of(12, long: 1_000_000)
      guard cuts.count > wanted else { return cuts }
      var random = SeededGenerator()
      let places = Set(cuts.indices.shuffled(using: &random).prefix(wanted - 1) + [cuts.count - 1])
      return places.sorted().map { cuts[$0] }
    }

    private func steps(_ answers: [String]) -> String {
      "["
        + answers.enumerated().map { #"{"set":"/data/q\#($0.offset + 1)","value":"\#($0.element)"}"# }
        .joined(separator: ",") + "]"
    }

    private var fill: [String] { ["fill", "phieu", "--answers", "-", "--record", Workplace.record] }

    @Test("12: the first answer of a new store")
    func newStore() throws {
      try check("first answer", fill, in: Workplace(questions: 5), input: steps(["một", "hai"]))
    }

    @Test("12: answers one after the other")
    func answers() throws {
      let place = try Workplace(questions: 8)
      try place.addVisits(1)
      try check(
        "answers", ["--plain"], in: place, input: (["CS0"] + (1...4).map { "câu \($0)" }).joined(separator: "\n") + "\n"
      )
    }

    @Test("12: an answer after a torn tail")
    func tornTail() throws {
      let place = try Workplace(questions: 5)
      _ = try place.fill([(1, "một"), (2, "hai")])
      let log = try #require(place.logs.last)
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
      try file.seekToEnd()
      try file.write(contentsOf: Data(#"{"v":1,"d":"#.utf8))
      try file.close()
      try check("answer after a torn tail", fill, in: place, input: steps(["ba"]))
    }

    @Test("12: a record is finalised")
    func finalise() throws {
      let place = try Workplace(questions: 5)
      _ = try place.fill([(1, "một")])
      try check("finalise", fill + ["--finalise"], in: place, input: steps(["một", "hai"]))
    }

    /// A store with a finalised record.
    private func finished() throws -> Workplace {
      let place = try Workplace(questions: 5)
      #expect(try place.fill([(1, "một"), (2, "hai")], finalise: true).exit == 0)
      return place
    }

    @Test("12: a batch is written")
    func batchCreate() throws {
      let place = try finished()
      let stick = Workplace.newFolder("stick")
      defer { try? FileManager.default.removeItem(atPath: stick) }
      try FileManager.default.createDirectory(atPath: place.path + "/stick", withIntermediateDirectories: true)
      try check("batch create", ["batch", "create", "--to", place.path + "/stick"], in: place) { left, isDone in
        let folder = left.path + "/disk/stick"
        let batches = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var whole = 0
        for batch in batches where !batch.hasSuffix(".part") {
          if try left.run(["batch", "verify", folder + "/" + batch]).exit == 0 { whole += 1 }
        }
        if isDone { #expect(whole == 1, "a batch that was announced is whole: \(batches)") }
      }
    }

    @Test("12: files are exported")
    func export() throws {
      let place = try finished()
      try check(
        "export --new", ["export", "--new", "--format", "csv,jsonl,xml", "--to", place.path + "/out"], in: place)
    }

    @Test("12: laptops meet in a folder")
    func sync() throws {
      let place = try finished()
      let stick = place.path + "/stick"
      try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
      let other = try Workplace(questions: 5)
      #expect(
        try other.fill([(3, "ba")], record: "0192b0a0-5b1e-4c3a-9d2e-6f1a2b3c4d5f", finalise: true).exit == 0)
      #expect(try other.run(["sync", "folder", stick]).exit == 0)
      try check("sync folder", ["sync", "folder", stick], in: place) { left, isDone in
        guard isDone else { return }
        let third = try Workplace(questions: 5)
        #expect(try third.run(["sync", "folder", left.path + "/disk/stick"]).exit == 0)
        #expect(try third.shown() == ["một", "hai", "ba"], "everything is in the folder")
      }
    }

    @Test("12: a batch is imported")
    func batchImport() throws {
      let source = try finished()
      let place = try Workplace(questions: 5)
      _ = try place.fill([(1, "của văn phòng")], record: "0192b0a0-5b1e-4c3a-9d2e-6f1a2b3c4d5f")
      let created = try source.run(["batch", "create", "--to", place.path + "/stick"])
      #expect(created.exit == 0, "\(created.words)")
      let batch = created.output.split(separator: "\n").last.map(String.init) ?? ""
      try check("batch import", ["batch", "import", batch], in: place) { left, isDone in
        guard isDone else { return }
        let xml = try left.run(["show", Workplace.record, "--xml"]).output
        #expect(xml.contains("một") && xml.contains("hai"))
      }
    }
  }
}
