package import Forms
package import JSON

/// Lays submissions out as tables, named and keyed as ODK Central does it: the form's own table and one a repeat, column
/// names joined from the groups, points in four columns, rows tied by KEY and PARENT_KEY.
package struct SubmissionTables {
  /// One submission.
  package struct Entry: Sendable {
    /// Its identity, `uuid:` included.
    package var instanceID: String
    /// Its name; empty when the form gives none.
    package var instanceName: String
    /// Its answers: groups as objects, repeats as arrays, answers as texts.
    package var answers: JSONObject
    /// Values of the columns that do not come from the form, by column name.
    package var system: [String: String]
    /// Reasons for missing answers by path with row numbers.
    package var missing: [String: String]
    /// Reasons with which warnings were confirmed, by path.
    package var warnings: [String: String]
    /// Notes by path.
    package var notes: [String: String]

    /// A submission.
    package init(
      instanceID: String, instanceName: String = "", answers: JSONObject, system: [String: String] = [:],
      missing: [String: String] = [:], warnings: [String: String] = [:], notes: [String: String] = [:]
    ) {
      self.instanceID = instanceID
      self.instanceName = instanceName
      self.answers = answers
      self.system = system
      self.missing = missing
      self.warnings = warnings
      self.notes = notes
    }
  }

  /// Central's columns before the answers.
  package static let leading = ["SubmissionDate"]
  /// Central's columns behind the answers.
  package static let trailing = [
    "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID",
    "Edits", "FormVersion",
  ]

  private let form: CheckedForm
  private let entries: [Entry]
  private let leavesOutPersonal: Bool
  private var tables: [SubmissionTable] = []

  /// A column of a table: a node, and what of it.
  private struct FieldColumn {
    enum Part {
      case whole
      case point(Int)
      case missing
      case warning
      case note
    }

    let names: [String]
    let part: Part
    let title: String
  }

  /// The tables of submissions of one form; a table without rows is kept, so that readers find the same files.
  package static func tables(
    of form: CheckedForm, entries: [Entry], leavingOutPersonal: Bool = false
  ) -> [SubmissionTable] {
    var builder = SubmissionTables(form: form, entries: entries, leavesOutPersonal: leavingOutPersonal)
    builder.addTable(of: 0, name: "", path: [])
    return builder.tables
  }

  private init(form: CheckedForm, entries: [Entry], leavesOutPersonal: Bool) {
    self.form = form
    self.entries = entries
    self.leavesOutPersonal = leavesOutPersonal
  }

  /// Adds the table of the root or of a repeat, then those of the repeats inside.
  private mutating func addTable(of node: Int, name: String, path: [(name: String, isRepeat: Bool)]) {
    var columns: [FieldColumn] = []
    var inner: [(node: Int, names: [String])] = []
    collect(node, names: [], into: &columns, repeats: &inner)
    var rows: [[String]] = []
    if node == 0 {
      for entry in entries { rows.append(rootRow(entry, columns)) }
      let header =
        Self.leading + columns.map(\.title) + ["meta-instanceID", "meta-instanceName", "KEY"] + Self.trailing
      tables.append(SubmissionTable(name: "", header: header, rows: rows))
    } else {
      for entry in entries {
        let start = "/" + form.nodes[0].name
        addRows(entry.answers, path[...], entry, key: entry.instanceID, place: start, columns, into: &rows)
      }
      tables.append(
        SubmissionTable(name: name, header: columns.map(\.title) + ["PARENT_KEY", "KEY"], rows: rows))
    }
    for (child, names) in inner {
      let steps = names.enumerated().map { ($0.element, $0.offset == names.count - 1) }
      let full = (name.isEmpty ? [] : [name]) + names
      addTable(of: child, name: full.joined(separator: "-"), path: path + steps)
    }
  }

  private func collect(
    _ group: Int, names: [String], into columns: inout [FieldColumn], repeats: inout [(node: Int, names: [String])]
  ) {
    for child in form.nodes[group].children {
      let node = form.nodes[child]
      let names = names + [node.name]
      if group == 0 && node.name == "meta" { continue }
      switch node.kind {
      case .repeat: repeats.append((child, names))
      case .group: collect(child, names: names, into: &columns, repeats: &repeats)
      default:
        if leavesOutPersonal && node.isPersonal { continue }
        addColumns(of: node, names: names, into: &columns)
      }
    }
  }

  private func addColumns(of node: FormNode, names: [String], into columns: inout [FieldColumn]) {
    let title = names.joined(separator: "-")
    switch node.kind {
    case .geopoint, .startGeopoint, .backgroundGeopoint:
      for (number, part) in ["Latitude", "Longitude", "Altitude", "Accuracy"].enumerated() {
        columns.append(FieldColumn(names: names, part: .point(number), title: title + "-" + part))
      }
    default: columns.append(FieldColumn(names: names, part: .whole, title: title))
    }
    // Columns of ours stand only where some submission has something to say in them.
    let path = node.path
    func isUsed(_ remarks: KeyPath<Entry, [String: String]>) -> Bool {
      entries.contains { $0[keyPath: remarks].keys.contains { Self.withoutNumbers($0) == path } }
    }
    if isUsed(\.missing) { columns.append(FieldColumn(names: names, part: .missing, title: title + "-missing")) }
    if isUsed(\.warnings) { columns.append(FieldColumn(names: names, part: .warning, title: title + "-warning")) }
    if isUsed(\.notes) { columns.append(FieldColumn(names: names, part: .note, title: title + "-note")) }
  }

  private static func withoutNumbers(_ path: String) -> String {
    var result = ""
    var isNumber = false
    for character in path {
      if character == "[" {
        isNumber = true
      } else if character == "]" {
        isNumber = false
      } else if !isNumber {
        result.append(character)
      }
    }
    return result
  }

  private func rootRow(_ entry: Entry, _ columns: [FieldColumn]) -> [String] {
    let place = "/" + form.nodes[0].name
    let cells = columns.map { cell($0, in: entry.answers, entry, place: place) }
    let leading = Self.leading.map { entry.system[$0] ?? "" }
    let trailing = Self.trailing.map { entry.system[$0] ?? "" }
    return leading + cells + [entry.instanceID, entry.instanceName, entry.instanceID] + trailing
  }

  /// Adds the rows of a repeat below an object, walking the rest of the way down to it.
  private func addRows(
    _ object: JSONObject, _ path: ArraySlice<(name: String, isRepeat: Bool)>, _ entry: Entry, key: String,
    place: String, _ columns: [FieldColumn], into rows: inout [[String]]
  ) {
    guard let step = path.first, let value = object[step.name] else { return }
    let rest = path.dropFirst()
    guard step.isRepeat else {
      guard let inner = value.objectValue else { return }
      addRows(inner, rest, entry, key: key + "/" + step.name, place: place + "/" + step.name, columns, into: &rows)
      return
    }
    let parent = key
    for (number, item) in (value.arrayValue ?? []).enumerated() {
      guard let row = item.objectValue else { continue }
      let suffix = "/\(step.name)[\(number + 1)]"
      if rest.isEmpty {
        let cells = columns.map { cell($0, in: row, entry, place: place + suffix) }
        rows.append(cells + [Self.rowKey(parent), key + suffix])
      } else {
        addRows(row, rest, entry, key: key + suffix, place: place + suffix, columns, into: &rows)
      }
    }
  }

  /// The key of the enclosing row: groups between two repeats belong to neither key.
  private static func rowKey(_ key: String) -> String {
    guard key.contains("]"), let end = key.lastIndex(of: "]") else {
      return key.split(separator: "/").first.map(String.init) ?? key
    }
    return String(key[...end])
  }

  private func cell(_ column: FieldColumn, in object: JSONObject, _ entry: Entry, place: String) -> String {
    let path = place + "/" + column.names.joined(separator: "/")
    switch column.part {
    case .missing: return entry.missing[path] ?? ""
    case .warning: return entry.warnings[path] ?? ""
    case .note: return entry.notes[path] ?? ""
    case .whole: return text(column.names[...], in: object)
    case .point(let number):
      let parts = text(column.names[...], in: object).split(separator: " ")
      return parts.indices.contains(number) ? String(parts[number]) : ""
    }
  }

  private func text(_ names: ArraySlice<String>, in object: JSONObject) -> String {
    guard let first = names.first, let value = object[first] else { return "" }
    if names.count == 1 { return value.stringValue ?? "" }
    return value.objectValue.map { text(names.dropFirst(), in: $0) } ?? ""
  }
}
