internal import CSV
internal import Fieldwork
internal import JSON
internal import Journal
internal import Records

/// The records of one form as tables: one for the form, one for each of its repeats.
struct RecordTables {
  /// Which columns beside the answers a table has.
  private struct Beside {
    var missing: [TableShape.Field] = []
    var warnings: [TableShape.Field] = []
    var notes: [TableShape.Field] = []

    var columns: [String] {
      missing.map { $0.name + ":missing" } + warnings.map { $0.name + ":warning" } + notes.map { $0.name + ":note" }
    }
  }

  /// A file of a table.
  struct File {
    /// What follows the form's id in the name; empty for the root.
    var suffix: String
    /// The rows, the head first.
    var rows: [[String]]
    /// The columns of numbers.
    var numbers: Set<Int>
  }

  private let shape: TableShape
  private let records: [BatchRecord]
  private let attachments: @Sendable (BatchRecord) -> Int

  /// Tables of records; `attachments` tells how many of a record's attachments are there.
  init(_ records: [BatchRecord], shape: TableShape, attachments: @escaping @Sendable (BatchRecord) -> Int) {
    self.records = records
    self.shape = shape
    self.attachments = attachments
  }

  /// The files, the root first.
  func files() -> [File] {
    var files = [rootFile()]
    let tables = shape.all.dropFirst()
    let names = tables.map { $0.path.last ?? "" }
    for (place, table) in tables.enumerated() {
      // Two repeats of one name would overwrite each other.
      let isUnique = names.filter { $0 == names[place] }.count == 1
      files.append(repeatFile(table, suffix: isUnique ? names[place] : table.path.joined(separator: "-")))
    }
    return files
  }

  /// The columns of ODK Central, so that scripts written for it go on working; it gives users a number, we do not.
  private static let trailing = [
    "meta-instanceID", "meta-instanceName", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent",
    "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion",
  ]

  private func rootFile() -> File {
    let beside = beside(shape)
    var rows = [["SubmissionDate"] + shape.fields.flatMap(\.columns) + beside.columns + Self.trailing]
    for record in records {
      let row = Row(record: record, key: record.frozen.instance, answers: record.content.answers, place: "")
      rows.append(
        [Timestamp.text(record.frozen.time)] + cells(row, shape) + cells(row, beside) + [
          row.key, record.label, row.key, "", record.author, String(attachments(record)),
          String(record.attachments.count), "", review(record), record.event.device, String(record.frozen.revision - 1),
          record.formVersion,
        ])
    }
    return File(suffix: "", rows: rows, numbers: Self.numbers(of: shape, from: 1))
  }

  private static func numbers(of table: TableShape, from first: Int) -> Set<Int> {
    var numbers: Set<Int> = []
    var column = first
    for field in table.fields {
      if field.isNumber || field.isPoint { numbers.formUnion(column..<column + field.columns.count) }
      column += field.columns.count
    }
    return numbers
  }

  private func review(_ record: BatchRecord) -> String {
    if record.state.status == .approved { return "approved" }
    return record.frozen.revision > 1 ? "edited" : ""
  }

  private func repeatFile(_ table: TableShape, suffix: String) -> File {
    let beside = beside(table)
    var rows = [table.fields.flatMap(\.columns) + beside.columns + ["PARENT_KEY", "KEY"]]
    for record in records {
      for (row, parent) in self.rows(of: table, in: record) {
        rows.append(cells(row, table) + cells(row, beside) + [parent, row.key])
      }
    }
    return File(suffix: suffix, rows: rows, numbers: Self.numbers(of: table, from: 0))
  }
}

// MARK: - Rows

extension RecordTables {
  /// One row of a table.
  private struct Row {
    let record: BatchRecord
    let key: String
    let answers: JSONObject
    /// Its path below the root element, row numbers in it.
    let place: String

    func text(at path: [String]) -> String {
      var value = JSONValue.object(answers)
      for name in path {
        guard let next = value[name] else { return "" }
        value = next
      }
      return value.stringValue ?? value.numberLiteral ?? value.boolValue.map { $0 ? "true" : "false" } ?? ""
    }

    /// What stands beside a question.
    func text(beside texts: [String: String], _ path: [String]) -> String {
      let wanted = place + "/" + path.joined(separator: "/")
      for (path, text) in texts where Row.belowRoot(path) == wanted { return text }
      return ""
    }

    private static func belowRoot(_ path: String) -> Substring {
      path.dropFirst().firstIndex(of: "/").map { path[$0...] } ?? ""
    }
  }

  private func rows(of table: TableShape, in record: BatchRecord) -> [(row: Row, parent: String)] {
    let root = Row(record: record, key: record.frozen.instance, answers: record.content.answers, place: "")
    var rows: [(row: Row, parent: String)] = [(root, "")]
    var around = shape
    while around.path != table.path {
      guard let next = around.repeats.first(where: { table.path.starts(with: $0.path) }) else { return [] }
      rows = rows.flatMap { outer, _ in inner(next, of: outer).map { ($0, outer.key) } }
      around = next
    }
    return rows
  }

  private func inner(_ table: TableShape, of outer: Row) -> [Row] {
    var value = JSONValue.object(outer.answers)
    for name in table.step {
      guard let next = value[name] else { return [] }
      value = next
    }
    return (value.arrayValue ?? []).enumerated().map { number, row in
      let step = "/" + table.step.joined(separator: "/") + "[\(number + 1)]"
      return Row(
        record: outer.record, key: outer.key + step, answers: row.objectValue ?? JSONObject(), place: outer.place + step
      )
    }
  }

  private func cells(_ row: Row, _ table: TableShape) -> [String] {
    table.fields.flatMap { field -> [String] in
      let text = row.text(at: field.path)
      guard field.isPoint else { return [text] }
      let parts = text.split(separator: " ").map(String.init)
      return (0..<4).map { $0 < parts.count ? parts[$0] : "" }
    }
  }

  private func cells(_ row: Row, _ beside: Beside) -> [String] {
    let content = row.record.content
    return beside.missing.map { row.text(beside: content.missing, $0.path) }
      + beside.warnings.map { row.text(beside: content.warnings, $0.path) }
      + beside.notes.map { row.text(beside: content.notes, $0.path) }
  }

  /// Columns that the form foresees stand always; those of notes, and of what the form does not foresee, where one is.
  private func beside(_ table: TableShape) -> Beside {
    func used(_ texts: KeyPath<SubmissionContent, [String: String]>) -> Set<String> {
      Set(records.flatMap { $0.content[keyPath: texts].keys.map(Self.namesOnly) })
    }
    let (missing, warnings, notes) = (used(\.missing), used(\.warnings), used(\.notes))
    let prefix = table.path.isEmpty ? "" : "/" + table.path.joined(separator: "/")
    func path(_ field: TableShape.Field) -> String { prefix + "/" + field.path.joined(separator: "/") }
    return Beside(
      missing: table.fields.filter { $0.hasMissing || missing.contains(path($0)) },
      warnings: table.fields.filter { $0.hasWarning || warnings.contains(path($0)) },
      notes: table.fields.filter { notes.contains(path($0)) })
  }

  /// A path below the root element without its row numbers.
  private static func namesOnly(_ path: String) -> String {
    path.split(separator: "/").dropFirst().map { "/" + $0.prefix { $0 != "[" } }.joined()
  }
}

extension RecordTables.File {
  /// The bytes of the file.
  func csv(byteOrderMark: Bool) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    for row in rows { writer.append(row) }
    return writer.bytes
  }
}
