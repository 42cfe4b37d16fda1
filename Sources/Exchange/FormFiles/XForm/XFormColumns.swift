internal import Forms
internal import Vietnamese
internal import XML

extension XFormReader {
  private static let columns: [String: Column] = [
    "relevant": .relevant, "constraint": .constraint, "required": .required, "readonly": .readOnly,
    "calculate": .calculation, "entities:saveto": .saveTo, "jr:noAppErrorString": .noAppErrorString,
    "khaosat:warning": .warning, "khaosat:missing": .missing, "khaosat:ime": .ime, "khaosat:unit": .unit,
    "khaosat:personal": .personal,
  ]
  private static let messages: [String: TextColumn] = [
    "jr:constraintMsg": .constraintMessage, "jr:requiredMsg": .requiredMessage,
  ]
  private static let bindParameters: [String: String] = [
    "orx:max-pixels": "max-pixels", "odk:quality": "quality", "odk:allow-mock-accuracy": "allow-mock-accuracy",
  ]

  /// Columns that are attributes of the bind.
  mutating func fillBind(_ row: inout SurveyRow, bind: XFormModel.Bind, path: String) {
    var originals = ColumnCells()
    for (name, value) in bind.attributes {
      if let column = Self.columns[name] {
        let text = column == .required || column == .readOnly ? Self.yesNo(value) : value
        // `required="false()"` says what nothing says.
        if text == "no" || ColumnName.trimmed(value).isEmpty { continue }
        row.columns[column] = source(lastSaved(text), at: bind.position)
      } else if let column = Self.messages[name] {
        row.texts[column] = texts.message(value, at: path, bind.position)
      } else if let column = ColumnName.originals[name] {
        originals[column] = source(value, at: bind.position)
      } else if let parameter = Self.bindParameters[name] {
        addParameter(&row, parameter, value, at: bind.position)
      } else if name == "khaosat:warningMessage" {
        row.texts[.warningMessage] = OwnTexts.read(value, at: place(bind.position))
      } else if !["type", "khaosat:type", "jr:preload", "jr:preloadParams"].contains(name) {
        row.extra.append(SurveyRow.Extra(column: "bind::" + name, text: source(value, at: bind.position)))
      }
    }
    row.columns.replace(with: originals)
  }

  private static func yesNo(_ value: String) -> String {
    switch ColumnName.trimmed(value) {
    case "true()": "yes"
    case "false()": "no"
    default: value
    }
  }

  /// `instance('__last-saved')/data/x` as `${last-saved#x}` where the name stands once.
  func lastSaved(_ expression: String) -> String {
    guard expression.hasBytes("__last-saved") else { return expression }
    var result = expression
    for quote in ["'", "\""] {
      let mark = "instance(\(quote)__last-saved\(quote))"
      while let range = result[...].range(of: mark) {
        let tail = result[range.upperBound...]
        let path = tail.prefix { $0 == "/" || $0 == "_" || $0 == "-" || $0 == "." || $0.isLetter || $0.isNumber }
        guard let name = names[String(path)] else { return result }
        let whole = range.lowerBound..<path.endIndex
        result.replaceSubrange(whole, with: "${last-saved#" + name + "}")
      }
    }
    return result
  }

  func addParameter(_ row: inout SurveyRow, _ name: String, _ value: String, at position: XMLPosition) {
    let piece = name + "=" + ColumnName.trimmed(value)
    let before = row.columns[.parameters].map { $0.text + " " } ?? ""
    row.columns[.parameters] = SourceText(before + piece, at: place(position))
  }

  /// Columns that are attributes and children of the control.
  mutating func fillControl(_ row: inout SurveyRow, item: XFormBody.Item, path: String) {
    let position = item.element.position
    for (name, value) in XFormModel.attributes(item.element) {
      switch name {
      case "ref", "nodeset", "bind", "mediatype", "query", "start", "end", "step", "id": continue
      case "appearance": row.columns[.appearance] = source(value, at: position)
      case "autoplay": row.columns[.autoplay] = source(value, at: position)
      case "rows": addParameter(&row, "rows", value, at: position)
      case "accuracyThreshold": addParameter(&row, "capture-accuracy", value, at: position)
      case "unacceptableAccuracyThreshold": addParameter(&row, "warning-accuracy", value, at: position)
      case "incremental": addParameter(&row, "incremental", value, at: position)
      case "intent" where item.tag == "upload": addParameter(&row, "app", value, at: position)
      default: row.extra.append(SurveyRow.Extra(column: "body::" + name, text: source(value, at: position)))
      }
    }
    for child in item.element.children {
      switch child.name.local {
      case "label":
        let entry = texts.texts(of: child, at: path)
        row.texts[.label] = entry[""]
        // Nearly all labels are nothing but a text.
        if entry.count > 1 || entry[""] == nil {
          for (form, column) in Self.mediaForms { row.texts[column] = entry[form] }
        }
      case "hint":
        let entry = texts.texts(of: child, at: path)
        row.texts[.hint] = entry[""]
        row.texts[.guidanceHint] = entry["guidance"]
      default: continue
      }
    }
    for (column, text) in row.texts where text.isEmpty { row.texts[column] = nil }
  }

  /// Values set by actions: at first load, in new rows, when another answer changes.
  mutating func fillActions(_ row: inout SurveyRow, path: String) {
    for action in model.actions[path] ?? [] where action.kind == "setvalue" {
      let value = source(lastSaved(action.value), at: action.position)
      if action.events.contains("xforms-value-changed"), let trigger = action.trigger {
        let reference = names[trigger].map { "${" + $0 + "}" } ?? trigger
        if let before = row.columns[.trigger], row.columns[.calculation]?.text == value.text {
          row.columns[.trigger] = SourceText(before.text + ", " + reference, at: before.position)
        } else if row.columns[.trigger] == nil {
          row.columns[.trigger] = SourceText(reference, at: place(action.position))
          row.columns[.calculation] = value
        } else {
          report(.unsupported, at: action.position, ["setvalue " + path])
        }
      } else if action.isAtFirstLoad || action.events.contains("odk-new-repeat") {
        if row.columns[.initialFormula] == nil { row.columns[.initialFormula] = value }
      }
    }
    for action in model.actions[path] ?? [] where action.kind == "setgeopoint" {
      guard action.events.contains("xforms-value-changed"), let trigger = action.trigger else { continue }
      row.columns[.trigger] = SourceText(names[trigger].map { "${" + $0 + "}" } ?? trigger, at: place(action.position))
    }
  }
}
