internal import Forms
internal import Media
internal import Records
internal import Workbooks

/// The tables of several forms as CSV files.
struct FormTables {
  /// Names and bytes of the files.
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// Tables of records, one set a form; versions of a form share a table with the columns of all of them.
  init(_ records: [BatchRecord], options: BatchOptions, media: MediaStore) {
    for (form, tables) in Self.tables(records, options, media) {
      for file in tables {
        let name = BatchPath.name(form) + (file.suffix.isEmpty ? "" : "-" + BatchPath.name(file.suffix))
        add(name, file.csv(byteOrderMark: options.byteOrderMark))
      }
    }
  }

  /// The same as workbooks, one a form with a sheet for each table.
  static func workbooks(
    _ records: [BatchRecord], options: BatchOptions, media: MediaStore
  ) -> [(name: String, bytes: [UInt8])] {
    tables(records, options, media).map { form, tables in
      var workbook = WorkbookWriter()
      for table in tables {
        workbook.add(table.suffix.isEmpty ? form : table.suffix, rows: table.rows, numbers: table.numbers)
      }
      return (BatchPath.name(form) + ".xlsx", workbook.finished())
    }
  }

  private static func tables(
    _ records: [BatchRecord], _ options: BatchOptions, _ media: MediaStore
  ) -> [(form: String, tables: [RecordTables.File])] {
    Set(records.map(\.form)).sorted().map { form in
      let own = records.filter { $0.form == form }
      let tables = RecordTables(own, shape: shape(of: own, options)) { record in
        record.attachments.count { media.contains($0) }
      }
      return (form, tables.files())
    }
  }

  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    var free = name + ".csv"
    var count = 1
    while files.contains(where: { $0.name == free }) {
      count += 1
      free = name + "-\(count).csv"
    }
    files.append((free, bytes))
  }

  /// The columns of all versions in use, those of the latest first.
  static func shape(of records: [BatchRecord], _ options: BatchOptions) -> TableShape {
    var shape: TableShape?
    var seen: Set<String> = []
    for record in records.reversed() where seen.insert(record.formHash).inserted {
      let next: TableShape
      if let form = options.formLookup(record.formHash) {
        let personal = options.includesPersonal ? [] : PersonalFields(of: form).paths
        next = TableShape(of: form, without: personal)
      } else {
        next = TableShape(of: records.filter { $0.formHash == record.formHash }.map(\.content.answers))
      }
      if shape == nil { shape = next } else { shape?.add(next) }
    }
    return shape ?? TableShape()
  }
}

extension TableShape {
  /// Adds columns and tables that are not there yet.
  mutating func add(_ other: TableShape) {
    for field in other.fields where !fields.contains(where: { $0.path == field.path }) { fields.append(field) }
    for table in other.repeats {
      if let place = repeats.firstIndex(where: { $0.path == table.path }) {
        repeats[place].add(table)
      } else {
        repeats.append(table)
      }
    }
  }
}
