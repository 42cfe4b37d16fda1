package import Expressions
internal import Forms

// Taking edits.
extension Response {
  /// Takes an edit. A wrong answer is kept with its problem: validity is state, never a gate that loses an answer.
  @discardableResult
  package mutating func apply(_ edit: Edit, at moment: Moment) -> Outcome {
    take(edit, at: moment, isStrict: false)
  }

  /// Takes an edit as other engines do: one refused by required, type, choice or constraint leaves the old value.
  @discardableResult
  package mutating func applyStrict(_ edit: Edit, at moment: Moment) -> Outcome {
    take(edit, at: moment, isStrict: true)
  }

  private mutating func take(_ edit: Edit, at moment: Moment, isStrict: Bool) -> Outcome {
    guard !isFinalised else { return .readonly }
    self.moment = moment
    switch edit {
    case .set(let path, let value): return answer(path, value, isStrict: isStrict)
    case .unset(let path): return answer(path, "", isStrict: isStrict)
    case .addRow(let path, let id): return add(row: id, to: path)
    case .removeRow(let path): return remove(path)
    case .missing(let path, let reason): return leaveOut(path, reason: reason)
    case .note(let path, let text): return keep(text, at: path, in: \.notes)
    case .confirmWarning(let path, let reason):
      let outcome = keep(reason, at: path, in: \.confirmed)
      return outcome
    }
  }

  private mutating func answer(_ path: FieldPath, _ written: String, isStrict: Bool) -> Outcome {
    guard let element = element(at: path) else { return .unknown }
    let node = sheet.node(of: element)
    guard !node.isContainer else { return .unknown }
    guard takesAnswers(node), !isReadOnly(element) else { return .readonly }
    let value = Canonical.value(written, for: node.kind, at: moment)
    let isHidden = sheet.scope.document.isConcealed(element)
    let old = (text: sheet.scope.document.value(of: element), type: sheet.scope.document.type(of: element))
    let hasChanged = put(value, as: sheet.layout.types[node.index], in: element)
    if isStrict, !isHidden, node.hasControl {
      let found = findings(of: element, ignoringMissing: true)
      if found.outcome != .ok {
        put(old.text, as: old.type, in: element)
        return found.outcome
      }
    }
    let hadReason = missing.removeValue(forKey: element) != nil
    if hasChanged {
      confirmed[element] = nil
      valueChanged(node.index, row: sheet.row(of: element))
    } else if hadReason {
      pending.add(check: node.index, row: sheet.row(of: element))
    }
    settle()
    if isHidden { return .irrelevant }
    return sheet.scope.document.isConcealed(element) ? .ok : findings[element]?.outcome ?? .ok
  }

  /// Whether the program or the user may set the node: calculations set themselves, notes have no answer.
  func takesAnswers(_ node: FormNode) -> Bool {
    switch node.kind {
    case .note, .calculate, .metadata(.instanceID), .metadata(.instanceName), .group, .repeat: false
    default: node.calculation == nil || node.hasControl
    }
  }

  private mutating func add(row id: RowID, to path: FieldPath) -> Outcome {
    guard path.row == nil, let place = locate(path), form.nodes[place.node].kind == .repeat else { return .unknown }
    guard rowNumbers[RowKey(scope: place.node, parent: place.row, id: id)] == nil else { return .ok }
    guard canChangeRows(of: place.node, in: place.row) else { return .readonly }
    addRow(of: place.node, in: place.row, id: id)
    rowsChanged(place.node, in: place.row)
    settle()
    return isConcealed(holderOf: place.node, in: place.row) ? .irrelevant : .ok
  }

  private mutating func remove(_ path: FieldPath) -> Outcome {
    guard path.row != nil, let place = locate(path), form.nodes[place.node].kind == .repeat,
      let parent = sheet.rows[place.row].parent
    else { return .unknown }
    guard canChangeRows(of: place.node, in: parent) else { return .readonly }
    forget(row: place.row)
    rowNumbers[RowKey(scope: place.node, parent: parent, id: sheet.rows[place.row].id)] = nil
    sheet.removeRow(place.row)
    rowsChanged(place.node, in: parent)
    rowsMoved(place.node, in: parent)
    settle()
    return .ok
  }

  /// Whether rows are added and removed by hand.
  func canChangeRows(of repeatNode: Int, in row: Int) -> Bool {
    let node = form.nodes[repeatNode]
    guard !isFinalised, node.repeatCount == nil, !node.hasFixedRows, let parent = node.parent else { return false }
    return !isReadOnly(sheet.element(of: parent, from: row))
  }

  private func isConcealed(holderOf repeatNode: Int, in row: Int) -> Bool {
    guard let parent = form.nodes[repeatNode].parent else { return false }
    return sheet.scope.document.isConcealed(sheet.element(of: parent, from: row))
  }

  /// Drops what is kept beside the answers of a row.
  private mutating func forget(row: Int) {
    for element in sheet.rows[row].members + [sheet.rows[row].node] {
      findings[element] = nil
      faults[element] = nil
      missing[element] = nil
      notes[element] = nil
      confirmed[element] = nil
    }
    if !excess.isEmpty { excess = excess.filter { $0.key.parent != row } }
    for inner in sheet.rows[row].inner.flatMap({ $0 }) { forget(row: inner) }
  }

  private mutating func leaveOut(_ path: FieldPath, reason: String) -> Outcome {
    guard let element = element(at: path) else { return .unknown }
    let node = sheet.node(of: element)
    guard takesAnswers(node), !isReadOnly(element) else { return .readonly }
    if reason.isEmpty {
      missing[element] = nil
    } else {
      guard let known = MissingReason(rawValue: reason), node.missingReasons.contains(known) else { return .unknown }
      missing[element] = reason
      if !sheet.scope.document.value(of: element).isEmpty {
        sheet.scope.document.setValue(element, "")
        confirmed[element] = nil
        valueChanged(node.index, row: sheet.row(of: element))
      }
    }
    pending.add(check: node.index, row: sheet.row(of: element))
    settle()
    return sheet.scope.document.isConcealed(element) ? .irrelevant : findings[element]?.outcome ?? .ok
  }

  private mutating func keep(_ text: String, at path: FieldPath, in place: WritableKeyPath<Response, [NodeID: String]>)
    -> Outcome
  {
    guard let element = element(at: path) else { return .unknown }
    self[keyPath: place][element] = text.isEmpty ? nil : text
    return .ok
  }

  /// Sets the time of finishing and freezes the answers.
  package mutating func finalise(at moment: Moment) {
    guard !isFinalised else { return }
    self.moment = moment
    let now = timestamp
    for node in form.nodes where node.kind == .metadata(.end) {
      for row in sheet.rows(ofScope: sheet.scope(of: node.index), inside: AnswerSheet.rootRow) {
        let element = sheet.element(of: node.index, from: row)
        sheet.scope.document.setValue(element, now)
        valueChanged(node.index, row: row)
      }
    }
    settle()
    isFinalised = true
  }

  /// Takes the freeze back, for a new revision.
  package mutating func reopen() { isFinalised = false }
}
