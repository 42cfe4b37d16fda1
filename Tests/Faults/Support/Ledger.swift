import Foundation
import Glibc
import Synchronization

/// What every test counted; printed as one table when the run ends.
final class Ledger: Sendable {
  /// The counts of one test.
  struct Row {
    let test: String
    let cases: Int
    let acknowledged: Int
    let lost: Int
    let invented: Int
  }

  static let shared = Ledger()
  private let rows = Mutex<[Row]>([])

  private init() { atexit { Ledger.shared.printTable() } }

  /// Notes the counts of a test and prints them.
  func add(_ test: String, cases: Int, _ tally: Tally) {
    let row = Row(
      test: test, cases: cases, acknowledged: tally.acknowledged, lost: tally.lost, invented: tally.invented)
    rows.withLock { $0.append(row) }
    print("fault \(Self.line(row))")
  }

  private func printTable() {
    let rows = rows.withLock { $0 }.sorted { $0.test.compare($1.test, options: .numeric) == .orderedAscending }
    guard !rows.isEmpty else { return }
    let head = ["test".padded(44), "cases", "acknowledged", "lost", "invented"]
    print("\n" + head[0] + head.dropFirst().map { $0.leftPadded(13) }.joined())
    for row in rows { print(Self.line(row)) }
    let total = Row(
      test: "all", cases: rows.reduce(0) { $0 + $1.cases }, acknowledged: rows.reduce(0) { $0 + $1.acknowledged },
      lost: rows.reduce(0) { $0 + $1.lost }, invented: rows.reduce(0) { $0 + $1.invented })
    print(Self.line(total))
    fflush(nil)
  }

  private static func line(_ row: Row) -> String {
    row.test.padded(44)
      + [row.cases, row.acknowledged, row.lost, row.invented].map { String($0).leftPadded(13) }.joined()
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
