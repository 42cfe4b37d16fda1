internal import Expressions
internal import Forms

// What a response or a new row begins with.
extension Response {
  /// Fills in what is known without asking.
  mutating func fillMetadata() {
    for index in form.nodes.indices {
      guard case .metadata(let item) = form.nodes[index].kind else { continue }
      let value = metadata(item)
      guard !value.isEmpty else { continue }
      for row in sheet.rows(ofScope: sheet.scope(of: index), inside: AnswerSheet.rootRow) {
        sheet.scope.document.setValue(sheet.element(of: index, from: row), value)
      }
    }
  }

  private func metadata(_ item: QuestionKind.Metadata) -> String {
    switch item {
    case .start: timestamp
    case .today: CalendarValue(milliseconds: moment.milliseconds, zone: moment.zone, kind: .date).text
    case .end, .instanceName: ""
    case .deviceID: moment.deviceID
    case .username: moment.properties["username"] ?? ""
    case .email: moment.properties["email"] ?? ""
    case .phoneNumber: moment.properties["phonenumber"] ?? ""
    case .subscriberID: moment.properties["subscriberid"] ?? ""
    case .simSerial: moment.properties["simserial"] ?? ""
    case .instanceID: instanceID
    }
  }

  /// The moment as it is written in a submission.
  var timestamp: String { CalendarValue(milliseconds: moment.milliseconds, zone: moment.zone).fullText }

  /// Sets values instead of defaults and gives the elements that got one. Rows are made as far as the paths count.
  mutating func apply(preset: [String: String]) -> Set<NodeID> {
    var given: Set<NodeID> = []
    for (path, value) in preset.sorted(by: { $0.key < $1.key }) {
      makeRows(for: path)
      guard let field = fieldPath(path), let element = element(at: field), !sheet.node(of: element).isContainer else {
        continue
      }
      sheet.scope.document.setValue(element, value)
      given.insert(element)
    }
    return given
  }

  private mutating func makeRows(for path: String) {
    var prefix = ""
    for piece in path.split(separator: "/") {
      prefix += "/" + piece
      guard let open = piece.firstIndex(of: "["), let number = Int(piece[piece.index(after: open)...].dropLast()),
        let holder = fieldPath(String(prefix.dropLast(piece.count - piece.distance(from: piece.startIndex, to: open)))),
        let place = locate(holder), form.nodes[place.node].kind == .repeat, number <= Self.rowLimit
      else { continue }
      while sheet.rows(of: place.node, in: place.row).count < number {
        let count = sheet.rows(of: place.node, in: place.row).count
        addRow(of: place.node, in: place.row, id: RowID(number: count + 1))
      }
    }
  }

  /// Computes the dynamic defaults inside a row, in the order of the form, each with all that depends on it.
  mutating func fillDefaults(in row: Int, except given: Set<NodeID>) {
    let scope = sheet.rows[row].scope
    let range = scope == SheetLayout.root ? form.nodes.indices : scope..<sheet.layout.ends[scope]
    for node in range {
      guard let formula = form.nodes[node].dynamicDefault else { continue }
      for each in sheet.rows(ofScope: sheet.scope(of: node), inside: row)
      where !given.contains(sheet.element(of: node, from: each)) {
        set(node, row: each, by: formula)
        runSteps()
        // What a default triggers is set at once, as in other engines: before anything was found not to be relevant.
        for _ in 0..<Self.roundLimit { guard runTriggers() else { break } }
      }
    }
  }
}
