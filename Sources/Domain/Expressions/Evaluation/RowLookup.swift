extension SyntaxBody {
  /// The rows of a secondary instance that an equality predicate takes, found through a hash index. Nil when the index
  /// cannot answer and all rows have to be looked at.
  func rows(
    _ lookup: SyntaxTree.Lookup, named item: Name, of parent: Int32, in document: Document, _ scope: Scope,
    _ effort: inout Effort
  ) throws(ExpressionProblem) -> [Int32]? {
    guard document.nodes[Int(parent)].childCount >= 16, document.hiddenCount == 0 else { return nil }
    let focus = Focus(node: effort.origin.raw)
    let wanted = try scalar(lookup.value, focus, scope, &effort)
    let key: String
    let isNumeric: Bool
    switch wanted {
    case .string(let text):
      if text.utf8.count >= 10, CalendarText.readStrictly(text, zone: scope.zone) != nil { return nil }
      key = text
      isNumeric = false
    case .number(let number):
      if number.isNaN { return [] }
      key = number.description
      isNumeric = true
    default: return nil
    }
    let index = document.derived.rows(
      DerivedIndexes.Key(parent: parent, item: item, column: lookup.column, isNumeric: isNumeric)
    ) {
      document.index(item, lookup.column, of: parent, isNumeric: isNumeric)
    }
    return index.isComplete ? index.byText[key] ?? [] : nil
  }
}

extension Document {
  /// Finds the rows by the values of one column.
  func index(_ item: Name, _ column: Name, of parent: Int32, isNumeric: Bool) -> DerivedIndexes.Rows {
    var rows = DerivedIndexes.Rows(byText: [:], isComplete: true)
    rows.byText.reserveCapacity(Int(nodes[Int(parent)].childCount))
    var row = firstChild(of: parent, named: item)
    while row >= 0 {
      let cell = firstChild(of: row, named: column)
      if cell >= 0, nodes[Int(cell)].nextSame >= 0 || nodes[Int(cell)].type != .string { rows.isComplete = false }
      let text = cell >= 0 ? nodes[Int(cell)].value : ""
      if isNumeric {
        let number = Number(text: text)
        // A date compares with a number by its days, which the index does not know.
        if number.isNaN, text.utf8.count >= 10 { rows.isComplete = false }
        if !number.isNaN { rows.byText[number.description, default: []].append(row) }
      } else {
        rows.byText[text, default: []].append(row)
      }
      row = nodes[Int(row)].nextSame
    }
    return rows
  }

  /// The nodes once each, in document order.
  func ordered(_ nodes: [Int32]) -> [Int32] {
    guard nodes.count > 1 else { return nodes }
    let order = order.order { documentOrder() }
    var sorted = nodes.sorted { order[Int($0)] < order[Int($1)] }
    var kept = 1
    for place in 1..<sorted.count where sorted[place] != sorted[kept - 1] {
      sorted[kept] = sorted[place]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    return sorted
  }

  private func documentOrder() -> [Int32] {
    var order = [Int32](repeating: 0, count: nodes.count)
    var count: Int32 = 0
    var waiting: [Int32] = [0]
    while let place = waiting.popLast() {
      order[Int(place)] = count
      count += 1
      var attribute = nodes[Int(place)].firstAttribute
      while attribute >= 0 {
        order[Int(attribute)] = count
        count += 1
        attribute = nodes[Int(attribute)].next
      }
      var child = nodes[Int(place)].lastChild
      while child >= 0 {
        waiting.append(child)
        child = nodes[Int(child)].previous
      }
    }
    return order
  }
}
