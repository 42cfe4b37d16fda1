import Foundation
import Terminal
import Testing

/// Screens as files: the text, then a legend of styles. `KHAOSAT_RECORD=1` writes them anew and fails, so that nobody
/// takes a recording for a test.
enum Golden {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 40, rows: 15)]

  static func check(_ frame: Frame, _ name: String, source: SourceLocation = #_sourceLocation) {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).\(frame.size.columns)x\(frame.size.rows).txt")
    let text = written(frame)
    if ProcessInfo.processInfo.environment["KHAOSAT_RECORD"] == "1" {
      do {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      } catch {
        Issue.record("\(error)", sourceLocation: source)
      }
      Issue.record("recorded \(file.lastPathComponent)", sourceLocation: source)
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(file.lastPathComponent)\n\(text)", sourceLocation: source)
  }

  private static func written(_ frame: Frame) -> String {
    let cursor = frame.cursor.map { "\($0.row),\($0.column)" } ?? "hidden"
    return frame.lines.joined(separator: "\n") + "\n--- cursor \(cursor)\n" + frame.styleLines.joined(separator: "\n")
      + "\n"
  }
}
