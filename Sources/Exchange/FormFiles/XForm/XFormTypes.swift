internal import Forms
internal import XML

extension XFormReader {
  /// The type of a question from its control and bind.
  mutating func fillType(_ row: inout SurveyRow, item: XFormBody.Item?, bind: XFormModel.Bind?, path: String) {
    if let type = bind?["khaosat:type"] {
      fillOwnType(&row, type: type)
      return
    }
    let bindType = bind?["type"].map { $0.hasPrefix("xsd:") ? String($0.dropFirst(4)) : $0 } ?? "string"
    guard let item else {
      row.type.text = uncontrolledType(row, bind: bind, bindType: bindType, path: path)
      if let bind, let type = bind["type"], type != "string", ["calculate", "hidden"].contains(row.type.text) {
        row.extra.append(SurveyRow.Extra(column: "bind::type", text: source(type, at: bind.position)))
      }
      return
    }
    switch item.tag {
    case "select", "select1", "odk:rank":
      let word = item.tag == "select1" ? "select_one" : item.tag == "select" ? "select_multiple" : "rank"
      fillSelect(&row, word: word, item: item, path: path)
    case "upload": row.type.text = Self.uploadType(item.element.attribute("mediatype") ?? "")
    case "range":
      row.type.text = "range"
      for name in ["start", "end", "step"] {
        if let value = item.element.attribute(name) { addParameter(&row, name, value, at: item.element.position) }
      }
    case "trigger": row.type.text = bindType == "geopoint" ? "background-geopoint" : "acknowledge"
    default: row.type.text = inputType(&row, item: item, bindType: bindType, path: path)
    }
  }

  /// The kind that an export of ours names, because its markup alone would be read as another. The check that the kind
  /// implies is not the form's own.
  private func fillOwnType(_ row: inout SurveyRow, type: String) {
    row.type.text = type
    guard case .question(let reading) = TypeReader.read(type) else { return }
    let implied = reading.constraint ?? reading.kind.description.impliedConstraint([:])
    if let implied, row.columns[.constraint]?.text == implied { row.columns[.constraint] = nil }
    if reading.kind == .note { row.columns[.readOnly] = nil }
  }

  private func uncontrolledType(
    _ row: SurveyRow, bind: XFormModel.Bind?, bindType: String, path: String
  ) -> String {
    if let preload = bind?["jr:preload"],
      let type = MetadataMarkup.typeName(preload: preload, parameters: bind?["jr:preloadParams"] ?? "")
    {
      return type
    }
    for action in model.actions[path] ?? [] {
      if action.kind == "setgeopoint" { return row.columns[.trigger] == nil ? "start-geopoint" : "background-geopoint" }
      if action.kind == "recordaudio" { return "background-audio" }
    }
    let isComputed = [Column.calculation, .initialFormula, .trigger].contains { row.columns[$0] != nil }
    return isComputed ? "calculate" : "hidden"
  }

  private static func uploadType(_ mediaType: String) -> String {
    switch mediaType.split(separator: "/").first {
    case "image": "image"
    case "audio": "audio"
    case "video": "video"
    case "osm": "osm"
    default: "file"
    }
  }

  private mutating func inputType(
    _ row: inout SurveyRow, item: XFormBody.Item, bindType: String, path: String
  ) -> String {
    if let query = item.element.attribute("query"), let instance = XFormPath.instance(query) {
      let (_, predicates) = XFormPath.predicates(query)
      if let filter = predicates.first { row.columns[.choiceFilter] = source(filter, at: item.element.position) }
      return "select_one_external " + instance.id
    }
    switch bindType {
    case "string":
      // A read-only text whose value nothing sets is a note.
      let sets: [Column] = [.calculation, .initialFormula, .initialValue, .trigger]
      guard row.columns[.readOnly]?.text == "yes", !sets.contains(where: { row.columns[$0] != nil }) else {
        return "text"
      }
      row.columns[.readOnly] = nil
      return "note"
    case "int", "integer": return "integer"
    case "datetime": return "dateTime"
    case "decimal", "date", "time", "dateTime", "barcode", "geopoint", "geotrace", "geoshape": return bindType
    case "binary": return "file"
    case "boolean", "long", "double", "float":
      return bindType == "boolean" ? "text" : bindType == "long" ? "integer" : "decimal"
    default: return "text"
    }
  }

  // MARK: - Selects

  private mutating func fillSelect(_ row: inout SurveyRow, word: String, item: XFormBody.Item, path: String) {
    let position = item.element.position
    guard let itemset = item.element.child("itemset"), let written = itemset.attribute("nodeset") else {
      let list = inlineList(item, path: path)
      row.type.text = word + " " + list
      return
    }
    var nodeset = written
    if let arguments = XFormPath.arguments(of: "randomize", in: nodeset) {
      nodeset = arguments[0]
      addParameter(&row, "randomize", "true", at: position)
      if arguments.count > 1 { addParameter(&row, "seed", seed(arguments[1], path: path), at: position) }
    }
    let value = itemset.child("value")?.attribute("ref") ?? "name"
    let labelReference = itemset.child("label")?.attribute("ref") ?? "label"
    let label = XFormPath.arguments(of: "jr:itext", in: labelReference) == nil ? labelReference : "label"
    let (base, predicates) = XFormPath.predicates(nodeset)
    if let instance = XFormPath.instance(base), instance.rest == "/root/item",
      let type = listType(instance.id, word: word, row: &row, value: value, label: label, at: position)
    {
      row.type.text = type
      setFilter(&row, predicates, at: position)
    } else if let target = XFormPath.absolute(base, at: path), let first = predicates.first,
      first == "./\(value) != ''", value == label, let name = names[target + "/" + value]
    {
      row.type.text = word + " ${" + name + "}"
      setFilter(&row, Array(predicates.dropFirst()), at: position)
    } else {
      row.type.text = word
      row.columns[.itemset] = source(nodeset, at: position)
      addParameter(&row, "value", value, at: position)
      addParameter(&row, "label", label, at: position)
    }
  }

  private func seed(_ text: String, path: String) -> String {
    XFormPath.absolute(text, at: path).flatMap { names[$0] }.map { "${" + $0 + "}" }
      ?? String(text.filter { !$0.isWhitespace })
  }

  /// The type of a select over a list or file; nil when the instance is no choice list.
  private mutating func listType(
    _ id: String, word: String, row: inout SurveyRow, value: String, label: String, at position: XMLPosition
  ) -> String? {
    if listIDs.contains(id) {
      if value != "name" { addParameter(&row, "value", value, at: position) }
      if label != "label" { addParameter(&row, "label", label, at: position) }
      return word + " " + id
    }
    guard let file = fileIDs[id] else { return nil }
    let isGeoJSON = file.lowercased().hasSuffix(".geojson")
    if value != (isGeoJSON ? "id" : "name") { addParameter(&row, "value", value, at: position) }
    if label != (isGeoJSON ? "title" : "label") { addParameter(&row, "label", label, at: position) }
    if definition.choices.contains(where: { $0.name == id }) { return word + " " + id }
    selectedFiles.insert(id)
    return word == "rank" ? nil : word + "_from_file " + file
  }

  private func setFilter(_ row: inout SurveyRow, _ predicates: [String], at position: XMLPosition) {
    guard !predicates.isEmpty else { return }
    let filter = predicates.count == 1 ? predicates[0] : predicates.map { "(\($0))" }.joined(separator: " and ")
    row.columns[.choiceFilter] = source(filter, at: position)
  }

  /// Choices written inside the control become a list named after the question.
  private mutating func inlineList(_ item: XFormBody.Item, path: String) -> String {
    var name = XFormPath.name(path)
    let taken = Set(definition.choices.map(\.name))
    while taken.contains(name) { name += "_" }
    let rows = item.element.children("item").map { element in
      let value = element.child("value")
      var row = ChoiceRow(
        name: source(value?.text ?? "", at: value?.position ?? element.position), position: place(element.position))
      if let label = element.child("label") {
        let entry = texts.texts(of: label, at: path)
        row.label = entry[""] ?? Localised()
        for (form, column) in Self.mediaForms { row.media[column] = entry[form] }
      }
      return row
    }
    definition.choices.append(
      ChoiceList(name: name, source: .rows(rows), position: place(item.element.position)))
    listIDs.insert(name)
    return name
  }
}
