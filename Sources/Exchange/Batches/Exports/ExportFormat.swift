/// A format in which finished records leave for other programs.
package enum ExportFormat: String, Sendable, CaseIterable {
  /// One table a form and one a repeat.
  case csv
  /// The same tables as a workbook a form, a sheet a table.
  case xlsx
  /// The lines of the journal, verbatim.
  case jsonl
  /// The frozen ODK submissions.
  case xml
  /// Points, lines and areas.
  case geojson
}
