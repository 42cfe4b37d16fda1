internal import JSON
internal import Journal
internal import Protection
internal import Records

/// The lines of a batch's file, each with its bytes.
struct BatchLines {
  /// A valid line.
  struct Line {
    let number: Int
    let hash: LineHash
    let kind: String
    let record: String?
    let payload: JSONObject
    let bytes: [UInt8]
  }

  private(set) var lines: [Line] = []
  private(set) var faults: [BatchFault] = []

  /// Reads a file; what is damaged is named and passed over.
  init(_ content: [UInt8], file: String) {
    var lines: [Line] = []
    var faults: [BatchFault] = []
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { scanned in
        guard let view = scanned.view else {
          faults.append(BatchFault(file: file, line: scanned.number, .line(scanned.damage ?? .frame)))
          return
        }
        guard let payload = view.body.payload else {
          faults.append(BatchFault(file: file, line: scanned.number, .line(.json)))
          return
        }
        lines.append(
          Line(
            number: scanned.number, hash: OpenedLine.name(of: view), kind: view.kind, record: view.record,
            payload: payload,
            bytes: Array(view.bytes)))
      }
    }
    self.lines = lines
    self.faults = faults
  }
}
