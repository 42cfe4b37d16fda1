internal import Journal

/// A log file as far as it was read.
struct CoveredFile: Sendable, Equatable {
  /// The file.
  let file: LogFile
  /// What reading it showed.
  var cover: SegmentCover
  /// What the system said of it before it was read.
  var status: FileStatus
}
