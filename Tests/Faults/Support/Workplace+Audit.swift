import Foundation
import Journal
import Testing

extension Workplace {
  /// What was acknowledged is there, in the bytes and in what the program shows; nothing else is; after the next
  /// writing run, which is done here, the store is whole.
  func audit(
    acknowledged: [String], said: Set<String>, _ tally: inout Tally, _ context: Comment = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let complaints = tally.check(there: StoreLines(store).values, acknowledged: acknowledged, said: said)
    #expect(complaints.isEmpty, "\(context): \(complaints)", sourceLocation: sourceLocation)
    try expectShown(acknowledged, said: said, context, sourceLocation: sourceLocation)
    try expectWritable(context, sourceLocation: sourceLocation)
  }

  /// The program shows all acknowledged answers and no others.
  func expectShown(
    _ acknowledged: [String], said: Set<String>, _ context: Comment = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let shown = try shown()
    let missing = acknowledged.filter { !shown.contains($0) }
    let extra = shown.subtracting(said)
    #expect(
      missing.isEmpty && extra.isEmpty, "\(context): not shown \(missing), from nowhere \(extra)",
      sourceLocation: sourceLocation)
  }

  /// The next run can write, and then every line is in order. A file of which no line was ever whole holds nothing that
  /// was acknowledged, so it may be named; other kinds of damage only where a test allows them.
  func expectWritable(
    _ context: Comment = "", allowing kinds: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try run(["visits", "add", "--label", "Sau sự cố", "--form", "phieu"])
    #expect(result.exit == 0, "\(context): \(result.words)", sourceLocation: sourceLocation)
    let check = try verify()
    let serious = check.damaged.filter { place in
      !kinds.contains(place.kind) && !(place.file.hasPrefix("data/") && isBlank(store + "/" + place.file))
    }
    let isFine = serious.isEmpty && check.gaps.isEmpty && check.forks == 0
    #expect(isFine, "\(context): \(check.text)", sourceLocation: sourceLocation)
  }

  private func isBlank(_ file: String) -> Bool {
    let bytes = [UInt8]((try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data())
    var count = 0
    bytes.withUnsafeBytes { buffer in SegmentScanner.scan(buffer) { if $0.view != nil { count += 1 } } }
    return count == 0
  }
}
