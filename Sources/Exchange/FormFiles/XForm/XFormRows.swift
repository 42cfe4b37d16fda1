internal import Forms
internal import Vietnamese
internal import XML

extension XFormReader {
  /// A row on its way, with the arranging groups around its control.
  private struct Placed {
    var row: SurveyRow
    var layout: [Int]
    /// The place of its control in the body; nil for rows without.
    var order: Int?
  }

  /// Reads the questions: the nodes of the instance in order, each with its control and bind.
  mutating func readBody() {
    let path = "/" + model.root.name.local
    var rows = self.rows(of: model.root, path: path, depth: 0)
    readMeta()
    if let auditRow { rows.insert(auditRow, at: 0) }
    addExternalInstances(to: &rows)
    definition.survey = rows
  }

  private mutating func rows(of element: XMLElement, path: String, depth: Int) -> [SurveyRow] {
    guard depth < limits.depth else {
      report(.tooDeep, at: element.position, [String(limits.depth)])
      return []
    }
    var rows: [SurveyRow] = []
    var places: [(layout: [Int], order: Int?)] = []
    var seen: Set<String> = []
    seen.reserveCapacity(element.content.count)
    rows.reserveCapacity(element.content.count)
    places.reserveCapacity(element.content.count)
    for child in element.children {
      if depth == 0 && child.name.local == "meta" || child.name.namespace == XFormNames.entities { continue }
      // A template stands before the first row of its repeat and says the same.
      guard seen.insert(child.name.qualified).inserted else { continue }
      let childPath = path + "/" + child.name.qualified
      if child.name.local == "meta" && child.children.contains(where: { $0.name.local == "entity" }) {
        readEntity(child, path: childPath, repeatPath: path)
        continue
      }
      rows.append(row(for: child, path: childPath, depth: depth))
      let order = order(of: childPath)
      places.append((order.map { body.items[$0].layout } ?? [], order))
    }
    let orders = places.compactMap(\.order)
    let isInOrder = zip(orders, orders.dropFirst()).allSatisfy { $0 <= $1 }
    // Nearly all forms have their nodes in the order of the body and no groups that only arrange.
    if isInOrder, places.allSatisfy({ $0.layout.isEmpty }) { return rows }
    let placed = zip(rows, places).map { Placed(row: $0, layout: $1.layout, order: $1.order) }
    return arranged(isInOrder ? placed : ordered(placed), level: 0)
  }

  /// The place of the control of a node, or of the first control below it.
  private func order(of path: String) -> Int? {
    body.byPath[path] ?? body.firstBelow[path]
  }

  /// Rows in the order of the body; rows without control stay behind the one before them.
  private func ordered(_ rows: [Placed]) -> [Placed] {
    var keyed: [(key: Int, row: Placed)] = []
    var last = -1
    for row in rows {
      last = row.order ?? last
      keyed.append((last, row))
    }
    return keyed.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.row)
  }

  /// Puts neighbours that share an arranging group into a row for that group.
  private mutating func arranged(_ rows: [Placed], level: Int) -> [SurveyRow] {
    var result: [SurveyRow] = []
    var index = 0
    while index < rows.count {
      guard rows[index].layout.count > level else {
        result.append(rows[index].row)
        index += 1
        continue
      }
      let group = rows[index].layout[level]
      var inner: [Placed] = []
      while index < rows.count, rows[index].layout.count > level, rows[index].layout[level] == group {
        inner.append(rows[index])
        index += 1
      }
      let item = body.items[group]
      var row = SurveyRow(
        type: SourceText("group", at: place(item.element.position)), name: nil, isLayoutOnly: true,
        position: place(item.element.position))
      fillControl(&row, item: item, path: "")
      row.children = arranged(inner, level: level + 1)
      result.append(row)
    }
    return result
  }

  private mutating func row(for element: XMLElement, path: String, depth: Int) -> SurveyRow {
    let bind = model.binds[path]
    let item = body[path]
    let position = place(item?.element.position ?? bind?.position ?? element.position)
    var row = SurveyRow(
      type: SourceText("", at: position), name: SourceText(element.name.qualified.composed, at: position),
      position: position)
    for (name, value) in XFormModel.attributes(element) where name != "jr:template" {
      let text = source(value, at: element.position)
      if name == "odk:tag" {
        row.columns[.compactTag] = text
      } else {
        row.extra.append(SurveyRow.Extra(column: "instance::" + name, text: text))
      }
    }
    if let bind { fillBind(&row, bind: bind, path: path) }
    if let item { fillControl(&row, item: item, path: path) }
    fillActions(&row, path: path)
    if item?.tag == "repeat" {
      row.type.text = "repeat"
      row.children = rows(of: element, path: path, depth: depth + 1)
      fillRepeat(&row, item: item, path: path)
    } else if item?.tag == "group" || item == nil && !element.children.isEmpty {
      row.type.text = "group"
      row.children = rows(of: element, path: path, depth: depth + 1)
      foldCounts(&row.children)
    } else {
      let value = element.text
      if !ColumnName.trimmed(value).isEmpty { row.columns[.initialValue] = source(value, at: element.position) }
      fillType(&row, item: item, bind: bind, path: path)
    }
    if row.type.text == "repeat" { foldCounts(&row.children) }
    return row
  }

  private func fillRepeat(_ row: inout SurveyRow, item: XFormBody.Item?, path: String) {
    guard let element = item?.repeatElement else { return }
    let attributes = XFormModel.attributes(element)
    if let count = attributes.first(where: { $0.name == "jr:count" })?.value {
      let absolute = XFormPath.absolute(count, at: XFormPath.parent(path)) ?? count
      // Seen from the repeat itself `../n` is a sibling; pyxform writes it from there.
      let fromRow = XFormPath.absolute(count, at: path) ?? absolute
      let target = count.contains("..") ? fromRow : absolute
      row.columns[.repeatCount] = source(names[target].map { "${" + $0 + "}" } ?? target, at: element.position)
    }
    if attributes.contains(where: { $0.name == "jr:noAddRemove" && $0.value.hasPrefix("true") }) {
      row.columns[.fixedRows] = SourceText("yes", at: place(element.position))
    }
    if let appearance = element.attribute("appearance"), row.columns[.appearance] == nil {
      row.columns[.appearance] = source(appearance, at: element.position)
    }
  }

  /// `<repeat>_count` before its repeat is what pyxform makes of a repeat_count that is an expression: taken back.
  func foldCounts(_ rows: inout [SurveyRow]) {
    var index = 0
    while index + 1 < rows.count {
      let counted = rows[index + 1]
      if counted.type.text == "repeat", let name = counted.name?.text, rows[index].name?.text == name + "_count",
        rows[index].type.text == "calculate", let calculation = rows[index].columns[.calculation],
        let count = counted.columns[.repeatCount]?.text, count.contains(name + "_count")
      {
        rows[index + 1].columns[.repeatCount] = calculation
        rows.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Files that no select and no pulldata() names are attached as external instances.
  private mutating func addExternalInstances(to rows: inout [SurveyRow]) {
    foldCounts(&rows)
    for instance in model.instances {
      guard let file = fileIDs[instance.id], !selectedFiles.contains(instance.id) else { continue }
      guard !definition.choices.contains(where: { $0.name == instance.id }) else { continue }
      let isPulled = model.binds.values.contains { bind in
        bind.attributes.contains {
          $0.value.contains("pulldata('\(instance.id)'") || $0.value.contains("pulldata(\"\(instance.id)\"")
        }
      }
      if isPulled { continue }
      let position = place(instance.position)
      let kind = file.lowercased().hasSuffix(".xml") ? "xml-external" : "csv-external"
      let row = SurveyRow(
        type: SourceText(kind, at: position), name: SourceText(instance.id, at: position), position: position)
      rows.insert(row, at: 0)
    }
  }
}
