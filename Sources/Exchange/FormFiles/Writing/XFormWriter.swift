internal import Expressions
internal import Forms
internal import XML

/// Writes a checked form as an XForm, laid out as pyxform does it.
struct XFormWriter {
  let form: CheckedForm
  var writer = XMLWriter()
  var losses: [FormLoss] = []
  var texts: XFormTextTable
  /// Rows of the definition by node.
  let rows: [Int: SurveyRow]
  var attachments: [FormExport.Attachment] = []
  /// Nodes set by a change of another node, by that node.
  var triggered: [Int: [FormNode]] = [:]
  /// Prefixes of namespaces that the form declares.
  private var prefixes: Set<String> = []

  /// The XForm, its data files and what is lost.
  static func write(_ form: CheckedForm) -> FormExport {
    var writer = XFormWriter(form)
    return writer.export()
  }

  private init(_ form: CheckedForm) {
    self.form = form
    var rows: [Int: SurveyRow] = [:]
    Self.match(form.definition.survey, parent: 0, form: form, into: &rows)
    self.rows = rows
    texts = XFormTextTable(form)
    for node in form.nodes {
      for trigger in node.triggers { triggered[trigger, default: []].append(node) }
    }
  }

  /// Finds the row that each node was made from: by name, or by place where the row has no name.
  private static func match(_ rows: [SurveyRow], parent: Int, form: CheckedForm, into found: inout [Int: SurveyRow]) {
    for row in rows {
      if row.isLayoutOnly {
        match(row.children, parent: parent, form: form, into: &found)
        continue
      }
      guard let node = node(of: row, parent: parent, form: form) else { continue }
      found[node.index] = row
      match(row.children, parent: node.index, form: form, into: &found)
    }
  }

  /// The node of a row below a node.
  static func node(of row: SurveyRow, parent: Int, form: CheckedForm) -> FormNode? {
    if let name = row.name?.text, !name.isEmpty { return form.child(name, of: parent) }
    return form.nodes[parent].children.map { form.nodes[$0] }.first { $0.position == row.position }
  }

  private mutating func export() -> FormExport {
    texts.collect()
    let usesEntities = !form.entities.isEmpty || form.nodes.contains { $0.saveTo != nil }
    var namespaces = XFormNames.standard.map { ($0.prefix.isEmpty ? "xmlns" : "xmlns:" + $0.prefix, $0.uri) }
    if usesEntities { namespaces.append(("xmlns:entities", XFormNames.entities)) }
    namespaces.append(("xmlns:khaosat", ColumnName.ownNamespace))
    for (prefix, uri) in Self.namespaces(form.definition.settings["namespaces"]?.text ?? "")
    where !namespaces.contains(where: { $0.0 == "xmlns:" + prefix }) {
      namespaces.append(("xmlns:" + prefix, uri))
    }
    prefixes = Set(namespaces.map { String($0.0.dropFirst("xmlns:".count)) })
    writer.start("h:html", namespaces)
    writer.start("h:head")
    writer.element("h:title", text: form.title(in: form.defaultLanguage))
    writeModel(usesEntities: usesEntities)
    writer.end()
    let style = form.definition.settings["style"].map { [("class", $0.text)] } ?? []
    writer.start("h:body", style)
    writeBody(form.definition.survey, parent: 0)
    writer.end()
    writer.end()
    return FormExport(
      bytes: writer.bytes, attachments: attachments, files: [], losses: XLSFormWriter.unique(losses))
  }

  /// The pairs of a `namespaces` setting.
  private static func namespaces(_ text: String) -> [(prefix: String, uri: String)] {
    text.split(separator: " ").compactMap { piece in
      guard let equals = piece.firstIndex(of: "=") else { return nil }
      let uri = piece[piece.index(after: equals)...].filter { $0 != "\"" && $0 != "'" }
      return (String(piece[..<equals]), String(uri))
    }
  }

  // MARK: - Model

  private mutating func writeModel(usesEntities: Bool) {
    var attributes = [("odk:xforms-version", "1.0.0")]
    if usesEntities {
      let inRepeat = form.entities.contains { $0.repeatNode != nil }
      attributes.append(("entities:entities-version", inRepeat ? "2025.1.0" : "2024.1.0"))
    }
    let settings = form.definition.settings
    if let editable = settings["client_editable"] { attributes.append(("odk:client-editable", editable.text)) }
    if form.definition.title.entries.count > 1 {
      attributes.append(("khaosat:title", OwnTexts.write(form.definition.title)))
      losses.append(FormLoss(.titles))
    }
    writer.start("model", attributes)
    writeSubmission()
    texts.write(to: &writer, losses: &losses)
    writer.start("instance")
    writePrimaryInstance()
    writer.end()
    writeSecondaryInstances()
    for node in form.nodes.dropFirst() { writeBind(node) }
    writeEntityBinds()
    writer.end()
  }

  private mutating func writeSubmission() {
    let names = [
      ("submission_url", "action"), ("public_key", "base64RsaPublicKey"), ("auto_send", "orx:auto-send"),
      ("auto_delete", "orx:auto-delete"),
    ]
    var attributes = names.compactMap { setting, attribute in
      form.definition.settings[setting].map { (attribute, $0.text) }
    }
    guard !attributes.isEmpty else { return }
    if attributes.contains(where: { $0.0 == "action" || $0.0 == "base64RsaPublicKey" }) {
      attributes.append(("method", "post"))
    }
    writer.element("submission", attributes)
  }

  private mutating func writePrimaryInstance() {
    var attributes = [("id", form.id)]
    if !form.version.isEmpty { attributes.append(("version", form.version)) }
    for (name, value) in form.definition.settings.sorted(by: { $0.key < $1.key }) where name.hasPrefix("attribute::") {
      attributes.append((String(name.dropFirst("attribute::".count)), value.text))
    }
    writer.start(form.nodes[0].name, attributes)
    for child in form.nodes[0].children { writeElement(form.nodes[child], .outside) }
    writer.end()
  }

  /// What a repeat is written as: outside of others as template and first row, inside of a template as template only,
  /// inside of a row as row only.
  private enum Place {
    case outside
    case template
    case row
  }

  private mutating func writeElement(_ node: FormNode, _ place: Place) {
    guard node.kind == .repeat else {
      writer.start(node.name, attributes(of: node))
      if node.isContainer {
        for child in node.children { writeElement(form.nodes[child], place) }
        if node.parent == 0 && node.name == "meta" { writeEntityElements(of: nil) }
      } else {
        writer.text(node.staticDefault)
      }
      writer.end()
      return
    }
    for part in place == .outside ? [Place.template, .row] : [place] {
      writer.start(node.name, (part == .template ? [("jr:template", "")] : []) + attributes(of: node))
      for child in node.children { writeElement(form.nodes[child], part) }
      writeEntityElements(of: node.index)
      writer.end()
    }
  }

  /// The attributes of an element whose prefixes the form declares.
  private func attributes(of node: FormNode) -> [(String, String)] {
    let tag = rows[node.index]?.columns[.compactTag].map { [("odk:tag", $0.text)] } ?? []
    return tag
      + node.attributes.filter { attribute in
        guard let colon = attribute.name.firstIndex(of: ":") else { return true }
        return prefixes.contains(String(attribute.name[..<colon]))
      }.map { ($0.name, $0.value) }
  }

  // MARK: - Secondary instances

  private mutating func writeSecondaryInstances() {
    var written: Set<String> = []
    for list in form.definition.choices where written.insert(list.name).inserted {
      switch list.source {
      case .rows(let rows): writeList(list.name, rows)
      case .file(let file): writeFile(id: list.name, reference: file.file.text)
      }
    }
    for reference in form.definition.files.keys.sorted() {
      let base = reference.split(separator: "/").last.map(String.init) ?? reference
      let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
      let isListed = form.definition.choices.contains { list in
        if case .file(let file) = list.source { file.file.text == reference } else { false }
      }
      if !isListed, written.insert(stem).inserted { writeFile(id: stem, reference: reference) }
    }
    for (id, document) in form.definition.instances.sorted(by: { $0.key < $1.key })
    where written.insert(id).inserted {
      writer.start("instance", [("id", id)])
      if let root = document.root { DocumentXML.write(root, document, &writer) }
      writer.end()
    }
    if usesLastSaved { writer.element("instance", [("id", "__last-saved"), ("src", "jr://instance/last-saved")]) }
  }

  private var usesLastSaved: Bool {
    form.nodes.contains { node in
      [
        node.relevant, node.constraint, node.required, node.readOnly, node.calculation, node.dynamicDefault,
        node.triggered,
      ]
      .contains { $0?.formula.source.contains("__last-saved") == true }
    }
  }

  private mutating func writeFile(id: String, reference: String) {
    let ending = reference.lastIndex(of: ".").map { String(reference[$0...]) } ?? ".csv"
    let name = id + ending
    attachments.append(FormExport.Attachment(reference: reference, name: name))
    let scheme = ending.lowercased() == ".csv" ? "jr://file-csv/" : "jr://file/"
    writer.element("instance", [("id", id), ("src", scheme + name)])
  }

  private mutating func writeList(_ name: String, _ choices: [ChoiceRow]) {
    writer.start("instance", [("id", name)])
    writer.start("root")
    var all = choices
    if texts.listsWithOther.contains(name), !choices.contains(where: { $0.name.text == "other" }) {
      all.append(ChoiceRow(name: SourceText("other"), label: Localised(SourceText("Other"))))
    }
    for (number, choice) in all.enumerated() {
      writer.start("item")
      if texts.isTranslated(list: name) { writer.element("itextId", text: "\(name)-\(number)") }
      writer.element("name", text: choice.name.text)
      if !texts.isTranslated(list: name), let label = choice.label.entries.first {
        writer.element("label", text: label.text.text)
      }
      for extra in choice.extra { writer.element(extra.column, text: extra.text.text) }
      writer.end()
    }
    writer.end()
    writer.end()
  }
}
