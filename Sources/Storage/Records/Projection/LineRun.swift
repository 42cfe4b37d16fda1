/// Lines of one record that lie one behind the other in a file.
struct LineRun: Sendable, Equatable {
  /// Number of the file in ``LogLines``.
  var file: Int32
  /// Where the first one begins.
  var offset: Int
  /// Bytes of all of them.
  var length: Int

  /// Adds a run, joined to the last one when it follows it.
  static func append(_ run: LineRun, to runs: inout [LineRun]) {
    if let last = runs.last, last.file == run.file, last.offset + last.length == run.offset {
      runs[runs.count - 1].length += run.length
    } else {
      runs.append(run)
    }
  }
}
