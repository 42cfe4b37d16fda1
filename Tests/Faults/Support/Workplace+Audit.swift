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

  /// The next run can write, and then every line is in order.
  func expectWritable(_ context: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
    let result = try run(["visits", "add", "--label", "Sau sự cố", "--form", "phieu"])
    #expect(result.exit == 0, "\(context): \(result.words)", sourceLocation: sourceLocation)
    let check = try verify()
    #expect(check.isWhole && check.forks == 0, "\(context): \(check.text)", sourceLocation: sourceLocation)
  }
}
