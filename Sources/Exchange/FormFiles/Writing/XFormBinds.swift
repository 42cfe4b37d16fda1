internal import Expressions
internal import Forms
internal import XML

extension XFormWriter {
  /// The bind of a node and the actions that set it at first load.
  mutating func writeBind(_ node: FormNode) {
    let row = rows[node.index]
    var attributes: [(String, String)] = [("nodeset", node.path)]
    if let type = bindType(node, row) { attributes.append(("type", type)) }
    if let type = ownType(node, row) { attributes.append(("khaosat:type", type)) }
    addExpressions(node, to: &attributes)
    addMessages(node, to: &attributes)
    addOwn(node, row, to: &attributes)
    if let save = node.saveTo { attributes.append(("entities:saveto", save)) }
    if case .metadata(let item) = node.kind, let preload = MetadataMarkup(item: item).preload {
      if item == .instanceID { attributes.append(("readonly", "true()")) }
      attributes.append(("jr:preload", preload.kind))
      if let parameters = preload.parameters { attributes.append(("jr:preloadParams", parameters)) }
    }
    addParameters(node, to: &attributes)
    for extra in row?.extra ?? [] where extra.column.hasPrefix("bind::") && extra.column != "bind::type" {
      attributes.append((String(extra.column.dropFirst("bind::".count)), extra.text.text))
    }
    if attributes.count > 1 { writer.element("bind", attributes) }
    writeFirstLoad(node)
  }

  private func bindType(_ node: FormNode, _ row: SurveyRow?) -> String? {
    if let type = node.bindType { return type }
    if node.kind == .range, ["start", "end", "step"].contains(where: { node.parameters[$0]?.contains(".") == true }) {
      return "decimal"
    }
    return node.kind.markup.bindType
  }

  /// The kind, where the markup alone would be read as another.
  private func ownType(_ node: FormNode, _ row: SurveyRow?) -> String? {
    switch node.kind {
    case .percentage: return "percentage"
    case .text where node.readOnly?.constant == true: return "text"
    case .hidden where node.calculation != nil || node.dynamicDefault != nil || node.triggered != nil: return "hidden"
    case .calculate where node.calculation == nil && node.dynamicDefault == nil && node.triggered == nil:
      return "calculate"
    case .note where node.calculation != nil || node.dynamicDefault != nil || !node.staticDefault.isEmpty: return "note"
    default: break
    }
    if case .question(let type) = TypeReader.read(row?.type.text ?? ""), type.constraint != nil {
      return row?.type.text
    }
    return nil
  }

  private mutating func addExpressions(_ node: FormNode, to attributes: inout [(String, String)]) {
    let implied = node.kind == .range ? nil : node.impliedConstraint
    let readOnly = node.kind == .note && node.readOnly == nil ? "true()" : nil
    if let readOnly { attributes.append(("readonly", readOnly)) }
    let formulas: [(String, Column, CompiledFormula?)] = [
      ("required", .required, node.required), ("relevant", .relevant, node.relevant),
      ("constraint", .constraint, node.constraint ?? implied), ("readonly", .readOnly, node.readOnly),
      ("calculate", .calculation, node.calculation),
    ]
    for (name, column, formula) in formulas {
      guard let formula else { continue }
      attributes.append((name, portable(formula, column: column, node: node, into: &attributes)))
    }
  }

  /// An expression for others; what was replaced is kept beside it.
  private mutating func portable(
    _ formula: CompiledFormula, column: Column, node: FormNode, into attributes: inout [(String, String)]
  ) -> String {
    let source = formula.formula.source
    let portable = PortableExpression(source)
    if portable.text != source {
      attributes.append(("khaosat:own-" + column.rawValue, source))
      for (name, replacement) in portable.replaced {
        losses.append(FormLoss(.function, question: node.name, [name, replacement]))
      }
    }
    return portable.text
  }

  private func addMessages(_ node: FormNode, to attributes: inout [(String, String)]) {
    for (column, name) in [(TextColumn.constraintMessage, "jr:constraintMsg"), (.requiredMessage, "jr:requiredMsg")] {
      guard let text = node.texts[column] else { continue }
      let id = "\(node.path):\(name)"
      attributes.append((name, texts.contains(id) ? "jr:itext('\(id)')" : text.source.entries.first?.text.text ?? ""))
    }
  }

  private mutating func addOwn(_ node: FormNode, _ row: SurveyRow?, to attributes: inout [(String, String)]) {
    guard let row else { return }
    let columns: [(Column, FormLoss.Code)] = [
      (.warning, .warning), (.missing, .missing), (.ime, .typingHelp), (.unit, .unit), (.personal, .personal),
    ]
    for (column, code) in columns {
      guard let text = row.columns[column]?.text else { continue }
      let value = column == .warning ? node.warning?.formula.source ?? text : text
      attributes.append(("khaosat:" + column.rawValue, value))
      losses.append(FormLoss(code, question: node.name))
    }
    if let message = row.texts[.warningMessage] {
      attributes.append(("khaosat:warningMessage", OwnTexts.write(message)))
    }
  }

  private func addParameters(_ node: FormNode, to attributes: inout [(String, String)]) {
    let names = [
      ("max-pixels", "orx:max-pixels"), ("quality", "odk:quality"), ("allow-mock-accuracy", "odk:allow-mock-accuracy"),
    ]
    for (parameter, attribute) in names where node.kind != .audit {
      if let value = node.parameters[parameter] { attributes.append((attribute, value)) }
    }
    if node.kind == .audit {
      for (name, value) in node.parameters.sorted(by: { $0.key < $1.key }) { attributes.append(("odk:" + name, value)) }
    }
  }

  private mutating func writeFirstLoad(_ node: FormNode) {
    if let formula = node.dynamicDefault {
      let value = PortableExpression(formula.formula.source).text
      writer.element("setvalue", [("ref", node.path), ("event", "odk-instance-first-load"), ("value", value)])
    }
    if node.kind == .startGeopoint {
      writer.element("odk:setgeopoint", [("ref", node.path), ("event", "odk-instance-first-load")])
    }
    if node.kind == .backgroundAudio {
      writer.element("odk:recordaudio", [("ref", node.path), ("event", "odk-instance-load")])
    }
  }
}
