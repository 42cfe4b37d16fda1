internal import Forms

extension ColumnName {
  /// Untranslated columns by every accepted spelling (lower case, underscores).
  static let columns: [String: Column] = {
    var table: [String: Column] = [
      "relevance": .relevant, "readonly": .readOnly, "calculate": .calculation, "count": .repeatCount,
      "jr:count": .repeatCount, "noapperrorstring": .noAppErrorString, "no_app_error_string": .noAppErrorString,
      "jr:noapperrorstring": .noAppErrorString, "entities:saveto": .saveTo,
    ]
    for column in Column.allCases { table[column.rawValue.lowercased()] = column }
    return table
  }()

  /// Translated columns by every accepted spelling.
  static let texts: [String: TextColumn] = {
    var table: [String: TextColumn] = [
      "caption": .label, "constraining_message": .constraintMessage, "requiredmsg": .requiredMessage,
      "jr:constraintmsg": .constraintMessage, "jr:requiredmsg": .requiredMessage,
    ]
    for text in TextColumn.allCases { table[text.rawValue] = text }
    return table
  }()

  /// Bind attributes that are columns.
  static let bindColumns: [String: Column] = [
    "readonly": .readOnly, "relevant": .relevant, "required": .required, "constraint": .constraint,
    "calculate": .calculation, "jr:noAppErrorString": .noAppErrorString, "entities:saveto": .saveTo,
  ]

  /// Bind attributes that are translated columns.
  static let bindTexts: [String: TextColumn] = [
    "jr:constraintMsg": .constraintMessage, "jr:requiredMsg": .requiredMessage,
  ]

  /// Control attributes that are columns.
  static let controlColumns: [String: Column] = [
    "appearance": .appearance, "jr:count": .repeatCount, "rows": .rows, "autoplay": .autoplay,
    "jr:noAddRemove": .fixedRows,
  ]

  /// Our columns as they travel in other formats: attribute of the bind.
  static let ownColumns: [String: Column] = [
    "khaosat:warning": .warning, "khaosat:missing": .missing, "khaosat:ime": .ime, "khaosat:unit": .unit,
    "khaosat:personal": .personal,
  ]

  /// Expressions as they were before functions of ours were replaced for other programs, by attribute of the bind.
  static let originals: [String: Column] = {
    let columns: [Column] = [
      .relevant, .constraint, .required, .readOnly, .calculation, .choiceFilter, .defaultValue, .repeatCount,
      .initialFormula,
    ]
    return Dictionary(uniqueKeysWithValues: columns.map { ("khaosat:own-" + $0.rawValue, $0) })
  }()

  /// The namespace of our attributes and elements.
  static let ownNamespace = "urn:khaosat:xforms"

  /// The known name nearest to an unknown one, when it is near enough to be a slip.
  static func nearest(_ name: String, among known: [String]) -> String? {
    let wanted = snake(name)
    var best: (name: String, distance: Int)?
    for candidate in known {
      let distance = editDistance(wanted, candidate)
      if distance < best?.distance ?? (max(2, wanted.count / 3) + 1) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Whether a word is so near to another that it is surely meant for it.
  static func isSlip(_ word: String, of name: String) -> Bool {
    let distance = editDistance(snake(word), name)
    return distance == 1 || distance == 2 && name.utf8.count >= 5
  }

  /// How many letters must change to turn one word into the other.
  private static func editDistance(_ left: String, _ right: String) -> Int {
    let a = Array(left.utf8.prefix(64))
    let b = Array(right.utf8.prefix(64))
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }

  /// Every canonical column name of the survey, for suggestions.
  static let known: [String] = {
    ["type", "name", "children"] + Array(columns.keys).sorted() + TextColumn.allCases.map(\.rawValue)
  }()
}
