package import Forms

/// What can be wrong with the files of a form. The raw values are stable codes.
package enum FormFileProblemCode: String, Sendable, CaseIterable {
  // Files.
  /// There is no such file. Arguments: name.
  case fileMissing = "file-missing"
  /// The file exists and cannot be read. Arguments: name, reason.
  case fileUnreadable = "file-unreadable"
  /// More bytes than the limit. Arguments: name, limit in MiB.
  case fileTooLarge = "file-too-large"
  /// Neither .yaml, .xlsx nor .xml. Arguments: name.
  case fileFormat = "file-format"
  /// A path that leaves the forms folder, or an absolute one. Arguments: path.
  case fileOutside = "file-outside"
  /// Bytes that are not UTF-8. Arguments: name.
  case encoding = "encoding"

  // YAML.
  /// The YAML cannot be read. Arguments: the parser's words.
  case yamlSyntax = "yaml-syntax"
  /// A key given twice in one map. Arguments: key.
  case duplicateKey = "duplicate-key"
  /// An anchor (`&x`). Arguments: name.
  case yamlAnchor = "yaml-anchor"
  /// An alias (`*x`). Arguments: name.
  case yamlAlias = "yaml-alias"
  /// A tag (`!x`). Arguments: name.
  case yamlTag = "yaml-tag"
  /// Deeper than the limit. Arguments: limit.
  case tooDeep = "too-deep"
  /// A map is wanted here. Arguments: what.
  case expectedMap = "expected-map"
  /// A list is wanted here. Arguments: what.
  case expectedList = "expected-list"
  /// A text is wanted here. Arguments: what.
  case expectedText = "expected-text"

  // Vocabulary.
  /// A column or setting that no form has. Arguments: name, the nearest known name or nothing.
  case unknownColumn = "unknown-column"
  /// A column that must be there. Arguments: column.
  case missingColumn = "missing-column"
  /// Two columns that mean the same. Arguments: column, the other column.
  case duplicateColumn = "duplicate-column"
  /// A row without type. Arguments: name of the row or nothing.
  case missingType = "missing-type"
  /// An `end` without `begin`. Arguments: type.
  case endWithoutBegin = "end-without-begin"
  /// A `begin` that is never closed. Arguments: type, name.
  case beginWithoutEnd = "begin-without-end"
  /// An `end` of another type than its `begin`. Arguments: end type, begin type, name, cell of the begin.
  case beginEndMismatch = "begin-end-mismatch"
  /// A choice without list. Arguments: name.
  case missingList = "missing-list"
  /// A value that a cell cannot have. Arguments: column, value.
  case badValue = "bad-value"

  // Sheets and archives.
  /// The zip archive is damaged or hostile. Arguments: the archive's code and details.
  case archive
  /// No survey sheet. Arguments: sheet name, nearest sheet or nothing.
  case missingSheet = "missing-sheet"
  /// A part of the workbook is missing or cannot be read. Arguments: part.
  case workbook
  /// More rows, columns, values or text than the limits allow. Arguments: what, limit.
  case limit
  /// A part of the workbook is there, but its XML is refused. Arguments: part, the XML code, place in it, details.
  case workbookPart = "workbook-part"
  /// A cell holds a formula of which no result is stored.
  case cellFormula = "cell-formula"
  /// The sheet holds an error value (#REF!, #N/A …). Arguments: value.
  case cellError = "cell-error"

  // XForms.
  /// The XML is refused. Arguments: the XML code and details.
  case xml
  /// The XML is no XForm. Arguments: what is missing.
  case notXForm = "not-xform"
  /// A construct that XForms of ODK do not have. Arguments: what.
  case unsupported
  /// A reference to a node that the instance does not have. Arguments: path.
  case unknownNode = "unknown-node"

  // Choice files.
  /// The CSV is refused. Arguments: the CSV code and details.
  case csv
  /// The GeoJSON is refused. Arguments: reason.
  case geoJSON = "geojson"
  /// A file of a kind that choices cannot come from. Arguments: name.
  case dataFormat = "data-format"
}

/// A refusal or complaint about a form's files, with its place.
package struct FormFileProblem: Error, Sendable, Hashable {
  /// What is wrong.
  package var code: FormFileProblemCode
  /// Where.
  package var position: SourcePosition
  /// Names and numbers for the message, in the order that the code's comment says.
  package var arguments: [String]

  /// A problem at a place.
  package init(_ code: FormFileProblemCode, at position: SourcePosition, _ arguments: [String] = []) {
    self.code = code
    self.position = position
    self.arguments = arguments
  }
}
