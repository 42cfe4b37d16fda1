internal import Expressions
internal import Forms
internal import Vietnamese
internal import XML

/// Reads an XForm, as pyxform and ODK Central write it, into a definition.
struct XFormReader {
  let fileName: String
  let limits: FormFileLimits
  var problems: [FormFileProblem] = []
  var definition: FormDefinition
  var model: XFormModel
  var body: XFormBody
  var texts: XFormTexts
  /// Names by path for elements whose name stands once.
  var names: [String: String] = [:]
  /// Inline instances that are choice lists, by id: the column of the value that questions ask for.
  var listIDs: Set<String> = []
  /// Instances with a file, by id.
  var fileIDs: [String: String] = [:]
  /// Instances with a file that a select uses by file name.
  var selectedFiles: Set<String> = []
  /// The audit of the meta block, which stands in the survey in XLSForm.
  var auditRow: SurveyRow?

  /// Reads the bytes of an XForm.
  static func read(
    _ bytes: [UInt8], fileName: String, limits: FormFileLimits
  ) throws(FormFileProblem) -> LoadedForm {
    let root: XMLElement
    do throws(XMLProblem) {
      root = try XMLElement.read(bytes, mayBeList: isSecondaryInstance)
    } catch {
      throw XMLDocuments.problem(error, fileName: fileName)
    }
    let start = SourcePosition(file: fileName)
    guard root.name.local == "html" else { throw FormFileProblem(.notXForm, at: start, ["html"]) }
    guard let head = root.child("head"), let element = head.child("model") else {
      throw FormFileProblem(.notXForm, at: start, ["model"])
    }
    guard var model = XFormModel(element) else { throw FormFileProblem(.notXForm, at: start, ["instance"]) }
    guard let bodyElement = root.child("body") else { throw FormFileProblem(.notXForm, at: start, ["body"]) }
    let body = XFormBody(bodyElement, model: &model)
    var texts = XFormTexts(fileName: fileName)
    if let itext = element.child("itext") { texts.read(itext) }
    var reader = XFormReader(
      fileName: fileName, limits: limits,
      definition: FormDefinition(formID: SourceText("", at: start), fileName: fileName), model: model, body: body,
      texts: texts)
    reader.readNames()
    reader.readHead(root, head: head, body: bodyElement)
    reader.readInstances()
    reader.readBody()
    return LoadedForm(definition: reader.definition, problems: reader.problems)
  }

  /// Whether the innermost element stands in a secondary instance: not in the first one, which is the form's own.
  private static func isSecondaryInstance(_ open: [XMLElement]) -> Bool {
    guard open.count == 5, open[3].name.local == "instance", open[2].name.local == "model" else { return false }
    return open[2].content.contains { part in
      if case .element(let child) = part { child.name.local == "instance" } else { false }
    }
  }

  mutating func report(_ code: FormFileProblemCode, at position: XMLPosition, _ arguments: [String] = []) {
    problems.append(FormFileProblem(code, at: place(position), arguments))
  }

  func place(_ position: XMLPosition) -> SourcePosition {
    SourcePosition(file: fileName, line: position.line, column: position.column)
  }

  func source(_ text: String, at position: XMLPosition) -> SourceText {
    SourceText(ColumnName.trimmed(text).composed, at: place(position))
  }

  /// Collects the names that stand once, so that paths to them can be written as `${name}`.
  private mutating func readNames() {
    // The path of each name; empty once it stood several times.
    var paths: [String: String] = [:]
    paths.reserveCapacity(model.root.content.count)
    func walk(_ element: XMLElement, _ path: String, _ depth: Int) {
      guard depth < limits.depth else { return }
      var seen: Set<String> = []
      seen.reserveCapacity(element.content.count)
      for case .element(let child) in element.content where seen.insert(child.name.qualified).inserted {
        if depth == 0 && child.name.local == "meta" { continue }
        let childPath = path + "/" + child.name.qualified
        if paths.updateValue(childPath, forKey: child.name.local) != nil { paths[child.name.local] = "" }
        walk(child, childPath, depth + 1)
      }
    }
    walk(model.root, "/" + model.root.name.local, 0)
    names.reserveCapacity(paths.count)
    for (name, path) in paths where !path.isEmpty { names[path] = name }
    texts.names = names
  }

  private mutating func readHead(_ root: XMLElement, head: XMLElement, body: XMLElement) {
    let form = model.root
    definition.rootName = form.name.local
    definition.formID = source(form.attribute("id") ?? form.name.namespace, at: form.position)
    if definition.formID.text.isEmpty { report(.missingColumn, at: form.position, ["form_id"]) }
    let version = form.attribute("version") ?? form.attribute("version", namespace: XFormNames.openRosa)
    definition.version = version.map { source($0, at: form.position) }
    if let title = head.child("title") {
      definition.title = Localised(source(title.text, at: title.position))
    }
    if let language = texts.defaultLanguage { definition.defaultLanguage = SourceText(language) }
    func set(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { definition.settings[name] = SourceText(value, at: place(form.position)) }
    }
    set("style", body.attribute("class"))
    if let submission = model.submission {
      set("submission_url", submission.attribute("action"))
      set("public_key", submission.attribute("base64RsaPublicKey"))
      set("auto_send", submission.attribute("auto-send", namespace: XFormNames.openRosa))
      set("auto_delete", submission.attribute("auto-delete", namespace: XFormNames.openRosa))
    }
    if let element = head.child("model") {
      if let titles = element.attribute("title", namespace: ColumnName.ownNamespace) {
        definition.title = OwnTexts.read(titles, at: place(element.position))
      }
      set("client_editable", element.attribute("client-editable", namespace: XFormNames.odk))
    }
    for attribute in form.attributes where !attribute.isNamespaceDeclaration {
      let name = XFormModel.name(attribute.name)
      if !["id", "version", "orx:version"].contains(name) { set("attribute::" + name, attribute.value) }
    }
    set("namespaces", foreignNamespaces(root))
  }

  /// Namespaces beyond the usual ones, as the `namespaces` setting has them.
  private func foreignNamespaces(_ root: XMLElement) -> String {
    let usual = Set(XFormNames.standard.map(\.uri) + [XFormNames.entities, ColumnName.ownNamespace])
    let foreign = root.attributes.filter {
      $0.isNamespaceDeclaration && !usual.contains($0.value) && $0.name.prefix == "xmlns"
    }
    return foreign.map { "\($0.name.local)=\"\($0.value)\"" }.joined(separator: " ")
  }

  // MARK: - Secondary instances

  private mutating func readInstances() {
    for instance in model.instances {
      if let source = instance.source {
        readFile(source, of: instance)
      } else if let root = instance.root {
        let rows = root.rows.map(choices) ?? (isList(root) ? root.children.compactMap { choice($0) } : nil)
        if let rows {
          listIDs.insert(instance.id)
          definition.choices.append(
            ChoiceList(name: instance.id, source: .rows(rows), position: place(instance.position)))
        } else {
          definition.instances[instance.id] = XMLDocuments.document(root)
        }
      }
    }
    for (id, entry) in texts.entries {
      if let text = entry[""] { definition.itext[id] = text }
    }
  }

  private mutating func readFile(_ source: String, of instance: XFormModel.Instance) {
    if source.hasPrefix("jr://instance/") { return }
    let name = XFormTexts.mediaName(source)
    fileIDs[instance.id] = name
    if let own = ownName(of: instance.id) {
      let file = ChoiceList.File(file: SourceText(name, at: place(instance.position)))
      definition.choices.append(ChoiceList(name: own, source: .file(file), position: place(instance.position)))
      selectedFiles.insert(instance.id)
    } else if FileReferences.stem(name) != instance.id {
      // Under another name than the file's, the instance is a list of that name.
      let file = ChoiceList.File(file: SourceText(name, at: place(instance.position)))
      definition.choices.append(
        ChoiceList(name: instance.id, source: .file(file), position: place(instance.position)))
    }
  }

  /// The name that an instance has here when our workbook had to call it `<name>_csv` for other programs.
  private func ownName(of id: String) -> String? {
    guard id.hasSuffix("_csv") else { return nil }
    let name = String(id.dropLast(4))
    if model.instances.contains(where: { $0.id == name }) { return nil }
    let isMeant = model.binds.values.contains { bind in
      bind.attributes.contains { $0.name.hasPrefix("khaosat:") && $0.value.contains("instance('\(name)')") }
    }
    return isMeant ? name : nil
  }

  private func isList(_ root: XMLElement) -> Bool {
    root.hasChildren
      && root.children.allSatisfy { item in
        item.name.local == "item" && item.child("name") != nil && item.children.allSatisfy { !$0.hasChildren }
      }
  }

  private func choice(_ item: XMLElement) -> ChoiceRow? {
    guard let name = item.child("name") else { return nil }
    var row = ChoiceRow(name: source(name.text, at: name.position), position: place(item.position))
    for child in item.children {
      switch child.name.local {
      case "name": continue
      case "label": row.label = Localised(source(child.text, at: child.position))
      case "itextId": fillTexts(&row, id: child.text)
      default:
        row.extra.append(SurveyRow.Extra(column: child.name.qualified, text: source(child.text, at: child.position)))
      }
    }
    return row
  }

  /// The choices of a list that was read as plain rows.
  private func choices(_ list: XMLRows) -> [ChoiceRow] {
    list.rows.map { item in
      var row = ChoiceRow(name: SourceText(""), position: place(item.position))
      var hasName = false
      for cell in list.cells[item.cells] {
        let name = list.names[cell.name]
        switch name {
        case "name":
          // Of several names the first one counts.
          if !hasName { row.name = source(cell.text, at: cell.position) }
          hasName = true
        case "label": row.label = Localised(source(cell.text, at: cell.position))
        case "itextId": fillTexts(&row, id: cell.text)
        default:
          row.extra.append(SurveyRow.Extra(column: name, text: source(cell.text, at: cell.position)))
        }
      }
      return row
    }
  }

  private func fillTexts(_ row: inout ChoiceRow, id: String) {
    let entry = texts.texts(id: id)
    if let label = entry[""] { row.label = label }
    for (form, column) in XFormReader.mediaForms { row.media[column] = entry[form] }
  }

  static let mediaForms: [(form: String, column: TextColumn)] = [
    ("image", .image), ("big-image", .bigImage), ("audio", .audio), ("video", .video),
  ]
}
