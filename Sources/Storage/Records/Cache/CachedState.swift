internal import Fieldwork
internal import JSON
internal import Journal

/// Reads the state that ``Projection/bytes(below:)`` wrote.
struct CachedState {
  private var reader: CacheReader
  private var projection: Projection

  /// The state, with its lines to be read below a folder.
  static func projection(
    _ bytes: UnsafeRawBufferPointer, below root: String, _ lines: LogLines
  ) throws(CacheProblem) -> Projection {
    var state = CachedState(reader: try CacheReader(bytes), projection: Projection(lines: lines))
    try state.readFiles(root)
    try state.readRecords()
    try state.readVisits()
    try state.readPeople()
    try state.readGroups()
    try state.readIndices()
    guard state.reader.isAtEnd else { throw .content }
    return state.projection
  }

  private mutating func readFiles(_ root: String) throws(CacheProblem) {
    let paths = try reader.array { (reader) throws(CacheProblem) in try reader.text() }
    for (place, path) in paths.enumerated() {
      guard projection.lines.number(of: root + "/" + path) == Int32(place) else { throw .content }
    }
    for _ in 0..<(try reader.count()) {
      let label = try reader.text()
      let file = LogFile(label: label, path: root + "/" + label, device: try reader.text(), name: try reader.text())
      let status = FileStatus(size: try reader.int(), inode: try reader.uint64(), changed: try reader.int64())
      var cover = SegmentCover()
      cover.size = try reader.int()
      cover.lines = try reader.int()
      cover.lastOffset = try reader.int()
      cover.startedAt = try reader.int64()
      cover.lastNumber = try reader.uint64()
      cover.lastHash = try reader.hash()
      cover.firstNumber = try reader.uint64()
      cover.firstPrevious = try reader.hash()
      cover.isPlain = try reader.bool()
      projection.covered[label] = CoveredFile(file: file, cover: cover, status: status)
    }
  }

  private mutating func readRecords() throws(CacheProblem) {
    projection.snapshot.lines = try reader.int()
    projection.clock = try reader.clock()
    let count = try reader.count()
    projection.snapshot.records.reserveCapacity(count)
    for _ in 0..<count {
      let record = try RecordState(from: &reader, lines: projection.lines)
      projection.snapshot.records[record.id] = record
    }
  }

  private mutating func readVisits() throws(CacheProblem) {
    for _ in 0..<(try reader.count()) {
      let id = try reader.text()
      projection.visitFolds[id] = KeyedFold(packed: try reader.blob())
    }
    for _ in 0..<(try reader.count()) {
      let json = try reader.object()
      let updated = try reader.int64()
      guard let visit = Visit(json: json) else { throw .content }
      projection.snapshot.visits[visit.id] = VisitState(visit: visit, updated: updated)
    }
    for _ in 0..<(try reader.count()) {
      let list = try reader.text()
      for _ in 0..<(try reader.count()) {
        let id = try reader.text()
        projection.caseFolds[list, default: [:]][id] = KeyedFold(packed: try reader.blob())
      }
    }
    for _ in 0..<(try reader.count()) {
      let list = try reader.text()
      for _ in 0..<(try reader.count()) {
        let id = try reader.text()
        projection.snapshot.cases[list, default: [:]][id] = try reader.object()
      }
    }
  }

  private mutating func readPeople() throws(CacheProblem) {
    for _ in 0..<(try reader.count()) {
      var device = DeviceState(id: try reader.text())
      device.name = try reader.text()
      device.application = try reader.text()
      device.lastSeen = try reader.int64()
      device.headClock = try reader.clock()
      for _ in 0..<(try reader.count()) {
        let epoch = try reader.text()
        device.numbers[epoch] = try reader.uint64()
      }
      projection.snapshot.devices[device.id] = device
    }
    for _ in 0..<(try reader.count()) {
      let device = try reader.text()
      projection.snapshot.users[device] = try events()
    }
    projection.snapshot.exports = try events()
    projection.snapshot.imports = try events()
    for _ in 0..<(try reader.count()) {
      projection.snapshot.forks.insert(
        Fork(device: try reader.text(), epoch: try reader.text(), number: try reader.uint64()))
    }
    for _ in 0..<(try reader.count()) {
      let record = try reader.text()
      projection.exported[record] = Set(try reader.array { (reader) throws(CacheProblem) in try reader.hash() })
    }
  }

  private mutating func events() throws(CacheProblem) -> [Event] {
    try reader.array { (reader) throws(CacheProblem) in try reader.event() }
  }

  private mutating func readGroups() throws(CacheProblem) {
    for _ in 0..<(try reader.count()) {
      let key = Projection.GroupKey(device: try reader.text(), epoch: try reader.text(), id: try reader.text())
      var group = Projection.Group()
      group.events = try reader.array { (reader) throws(CacheProblem) in
        RecordState.Arrival(
          event: try reader.event(),
          run: try reader.optional { (reader) throws(CacheProblem) in
            LineRun(file: Int32(bitPattern: try reader.uint32()), offset: try reader.int(), length: try reader.int())
          })
      }
      group.numbers = Set(try reader.array { (reader) throws(CacheProblem) in try reader.uint64() })
      group.count = try reader.optional { (reader) throws(CacheProblem) in try reader.int() }
      projection.groups[key] = group
    }
  }

  private mutating func readIndices() throws(CacheProblem) {
    for _ in 0..<(try reader.count()) {
      let origin = try reader.origin()
      projection.put(try OriginIndex(origin, from: &reader))
    }
    for _ in 0..<(try reader.count()) {
      let origin = try reader.origin()
      projection.expected[origin] = try reader.uint64()
    }
  }
}
