internal import Journal

/// Reads one log file into events.
struct LogParser {
  /// What a file holds.
  struct Parsed: Sendable {
    var events: [Projection.Incoming] = []
    var damaged: [Damage] = []
    /// What the file is for whoever goes on with it.
    var cover = SegmentCover()
  }

  private let file: LogFile
  private let segment: SegmentName
  private let origin: Origin
  private let seal: (any Seal)?
  private var texts = TextCache()
  private var parsed = Parsed()
  private var last: (number: UInt64, hash: LineHash)?
  private var record: String?

  private init(_ file: LogFile, _ segment: SegmentName, _ origin: Origin, _ seal: (any Seal)?) {
    self.seal = seal
    self.file = file
    self.segment = segment
    self.origin = origin
  }

  /// Reads the content of a file, from a byte on that begins a line. Damage at the open end of a log is no news: the
  /// writer may be at work, and the next head names it.
  static func parse(
    _ content: [UInt8], of file: LogFile, seal: (any Seal)? = nil, origin: (String, String) -> Origin
  ) -> Parsed {
    guard let segment = SegmentName(fileName: file.name) else {
      return Parsed(events: [], damaged: [Damage(file: file.label, line: 0, kind: .name)])
    }
    var parser = LogParser(file, segment, origin(file.device, segment.epoch), seal)
    content.withUnsafeBytes { bytes in
      parser.parsed.events.reserveCapacity(bytes.count / 320)
      SegmentScanner.scan(bytes) { parser.see($0) }
    }
    return parser.parsed
  }

  private mutating func see(_ line: ScannedLine) {
    guard let view = line.view else {
      parsed.cover.see(line, hash: nil)
      let kind = line.damage ?? .frame
      if kind != .torn { parsed.damaged.append(Damage(file: file.label, line: line.number, kind: kind)) }
      return
    }
    guard view.belongs(toDevice: origin.device, epoch: origin.epoch) else {
      parsed.cover.see(line, hash: nil)
      parsed.damaged.append(Damage(file: file.label, line: line.number, kind: .foreign))
      return
    }
    let hash = view.hash
    parsed.cover.see(line, hash: hash)
    let place = Damage(file: file.label, line: line.number, kind: .chain)
    var previous: LineHash?
    if let last, last.number + 1 == view.number {
      if last.hash != view.previous { parsed.damaged.append(place) }
    } else {
      previous = view.previous
    }
    last = (view.number, hash)
    if !view.isRecord(record) { record = view.rawRecord.map { $0.contains(0x5C) ? view.record ?? "" : texts.text($0) } }
    let field = view.rawField.map { $0.contains(0x5C) ? view.field ?? "" : texts.text($0) }
    let event = Event(
      hash: hash, clock: view.clock, origin: origin, number: view.number, time: view.time,
      kind: EventKind(texts.text(view.rawKind)), record: record, field: field, body: body(of: view, line.number))
    parsed.events.append(
      Projection.Incoming(
        event: event, group: view.group, previous: previous, place: previous == nil ? nil : place))
  }

  private mutating func body(of view: LineView, _ line: Int) -> LineBody {
    let body = view.body
    guard let seal, body.isSealed else { return body }
    switch seal.open(view.rawBody, frame: view.frameBytes) {
    case .open(let text): return LineBody(text: text)
    case .damaged: parsed.damaged.append(Damage(file: file.label, line: line, kind: .payload))
    case .locked: break
    }
    return body
  }
}
