internal import Expressions
internal import Forms
internal import XML

extension XFormWriter {
  /// The controls of rows below a node, in the order of the form.
  mutating func writeBody(_ rows: [SurveyRow], parent: Int) {
    for row in rows {
      if row.isLayoutOnly {
        let appearance = row.columns[.appearance].map { [("appearance", $0.text)] } ?? []
        writer.start("group", appearance)
        if let label = row.texts[.label]?.entries.first { writer.element("label", text: label.text.text) }
        writeBody(row.children, parent: parent)
        writer.end()
        continue
      }
      guard let node = Self.node(of: row, parent: parent, form: form) else { continue }
      switch node.kind {
      case .group: writeGroup(node, row)
      case .repeat: writeRepeat(node, row)
      default: writeControl(node, row)
      }
      // The own answer that or_other adds follows its select.
      if case .question(let type) = TypeReader.read(row.type.text), type.hasOther,
        let other = form.child(node.name + "_other", of: parent)
      {
        writeControl(other, row)
      }
    }
  }

  private mutating func writeGroup(_ node: FormNode, _ row: SurveyRow) {
    writer.start("group", [("ref", node.path)] + attributes(node, row))
    writeLabel(node)
    writeBody(row.children, parent: node.index)
    writer.end()
  }

  private mutating func writeRepeat(_ node: FormNode, _ row: SurveyRow) {
    writer.start("group", [("ref", node.path)])
    writeLabel(node)
    var attributes = [("nodeset", node.path)] + attributes(node, row)
    if let count = node.repeatCount {
      // The count stands at the repeat's parent; from a row of it that is one step up.
      let source = count.formula.source
      attributes.append(("jr:count", source.hasPrefix("./") ? "." + source : source))
    }
    if node.hasFixedRows { attributes.append(("jr:noAddRemove", "true()")) }
    writer.start("repeat", attributes)
    writeBody(row.children, parent: node.index)
    for child in form.nodes where child.enclosingRepeat == node.index {
      guard let formula = child.dynamicDefault else { continue }
      let value = PortableExpression(formula.formula.source).text
      writer.element("setvalue", [("ref", child.path), ("event", "odk-new-repeat"), ("value", value)])
    }
    if form.entities.contains(where: { $0.repeatNode == node.index && $0.entityID == nil }) {
      writer.element(
        "setvalue", [("ref", node.path + "/meta/entity/@id"), ("event", "odk-new-repeat"), ("value", "uuid()")])
    }
    writer.end()
    writer.end()
  }

  private func attributes(_ node: FormNode, _ row: SurveyRow) -> [(String, String)] {
    var result: [(String, String)] = []
    if !node.appearance.words.isEmpty { result.append(("appearance", node.appearance.words.joined(separator: " "))) }
    for extra in row.extra where extra.column.hasPrefix("body::") {
      result.append((String(extra.column.dropFirst("body::".count)), extra.text.text))
    }
    return result
  }

  private mutating func writeControl(_ node: FormNode, _ row: SurveyRow) {
    let markup = node.kind.markup
    guard var tag = markup.control else { return }
    var attributes = [("ref", node.path)]
    // A row that only lends its place to an added node lends none of its columns.
    if rows[node.index] != nil { attributes += self.attributes(node, row) }
    if let media = markup.mediaType {
      attributes.append(("mediatype", row.type.text.hasPrefix("osm") ? "osm/*" : media))
    }
    for (parameter, attribute) in [
      ("rows", "rows"), ("capture-accuracy", "accuracyThreshold"),
      ("warning-accuracy", "unacceptableAccuracyThreshold"), ("incremental", "incremental"), ("app", "intent"),
    ] {
      if let value = node.parameters[parameter] { attributes.append((attribute, value)) }
    }
    if node.kind == .range {
      for (name, value) in [("start", "1"), ("end", "10"), ("step", "1")] {
        attributes.append((name, node.parameters[name] ?? value))
      }
    }
    if let rows = row.columns[.rows] { attributes.append(("rows", rows.text)) }
    if let autoplay = row.columns[.autoplay] { attributes.append(("autoplay", autoplay.text)) }
    if case .question(let type) = TypeReader.read(row.type.text), case .external(let list)? = type.choices {
      tag = "input"
      let filter = node.itemset?.items.formula.source ?? "instance('\(list)')/root/item"
      attributes.append(("query", filter))
    }
    writer.start(tag, attributes)
    writeLabel(node)
    writeHint(node)
    if tag != "input", node.kind.isSelect { writeItemset(node) }
    for target in triggered[node.index] ?? [] { writeTriggered(target) }
    writer.end()
  }

  private mutating func writeTriggered(_ target: FormNode) {
    if target.kind == .backgroundGeopoint {
      writer.element("odk:setgeopoint", [("ref", target.path), ("event", "xforms-value-changed")])
    }
    guard let formula = target.triggered else { return }
    let value = PortableExpression(formula.formula.source).text
    writer.element("setvalue", [("ref", target.path), ("event", "xforms-value-changed"), ("value", value)])
  }

  private mutating func writeLabel(_ node: FormNode) {
    let id = node.path + ":label"
    if texts.contains(id) {
      writer.element("label", [("ref", "jr:itext('\(id)')")])
    } else if let template = node.texts[.label]?.templates.first {
      writer.start("label")
      XFormTextTable.write(template.parts, to: &writer)
      writer.end()
    } else if node.hasControl {
      writer.element("label")
    }
  }

  private mutating func writeHint(_ node: FormNode) {
    let id = node.path + ":hint"
    if texts.contains(id) {
      writer.element("hint", [("ref", "jr:itext('\(id)')")])
    } else if let template = node.texts[.hint]?.templates.first {
      writer.start("hint")
      XFormTextTable.write(template.parts, to: &writer)
      writer.end()
    }
  }

  private mutating func writeItemset(_ node: FormNode) {
    guard let itemset = node.itemset else { return }
    writer.start("itemset", [("nodeset", PortableExpression(itemset.items.formula.source).text)])
    writer.element("value", [("ref", itemset.valuePath.joined(separator: "/"))])
    var label = itemset.labelPath.joined(separator: "/")
    if case .list(let place) = itemset.source, texts.isTranslated(list: form.lists[place].name) {
      label = "jr:itext(itextId)"
    }
    writer.element("label", [("ref", label)])
    writer.end()
  }
}
