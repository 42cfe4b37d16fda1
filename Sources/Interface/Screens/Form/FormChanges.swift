internal import Expressions
internal import Forms
internal import Messages
internal import Responses
internal import Terminal

extension FormModel {
  /// Makes changes that can be taken back together, and sends them to be written.
  mutating func change(_ edits: [Edit], at moment: Moment) -> (outcomes: [Outcome], effects: [AppEffect]) {
    guard !isReadOnly, !edits.isEmpty else { return ([], []) }
    let undo = edits.flatMap(inverse(of:))
    let outcomes = applying(edits, at: moment)
    undoSteps.append(UndoStep(undo: undo, redo: edits))
    redoSteps = []
    let changes = edits.map { FieldChange(edit: $0, moment: moment) }
    var effects: [AppEffect] = [.record(record: record, changes: changes)]
    if !hasBegun {
      // With its first change the record can be come back to: to this very question.
      hasBegun = true
      keptPlace = place
      effects.append(.checkpoint(record: record, place: place))
    }
    return (outcomes, effects)
  }

  /// Gives a question its answer from outside, as when a file was taken over.
  mutating func set(_ path: FieldPath, to value: String, at moment: Moment) -> [AppEffect] {
    let (_, effects) = change([.set(path, value)], at: moment)
    if path == current { entry = freshEntry() }
    return effects
  }

  /// What would take an edit back, as the form is now.
  private func inverse(of edit: Edit) -> [Edit] {
    let path = edit.path
    let item = items.first { $0.path == path }
    switch edit {
    case .set, .unset, .missing:
      if let reason = item?.missing { return [.missing(path, reason: reason)] }
      if let value = item?.value ?? response.value(path), !value.isEmpty { return [.set(path, value)] }
      if case .missing = edit { return [.missing(path, reason: "")] }
      return [.unset(path)]
    case .note: return [.note(path, item?.note ?? "")]
    case .confirmWarning: return [.confirmWarning(path, reason: "")]
    case .addRow(let path, let row): return [.removeRow(path.withRow(row))]
    case .removeRow:
      guard let row = path.row else { return [] }
      let answers = items.filter {
        $0.kind == .question && $0.path.isInside(path) && !$0.value.isEmpty && !$0.isReadOnly
      }
      return [.addRow(repeat: path.withRow(nil), row: row)] + answers.map { .set($0.path, $0.value) }
    }
  }

  /// Takes the last change back, or makes it again, and stands where it was made. Nil when there is none.
  mutating func travel(undoing: Bool, at moment: Moment) -> [AppEffect]? {
    guard !isReadOnly, let step = undoing ? undoSteps.popLast() : redoSteps.popLast() else { return nil }
    let edits = undoing ? step.undo : step.redo
    _ = applying(edits, at: moment)
    if undoing { redoSteps.append(step) } else { undoSteps.append(step) }
    if let path = edits.last?.path, let target = stop(for: path) { current = target }
    entry = freshEntry()
    let changes = edits.map { FieldChange(edit: $0, moment: moment, isUndo: undoing) }
    return [.record(record: record, changes: changes)] + keepPlace()
  }

  /// The stop that shows a path: itself, or the repeat of a row.
  private func stop(for path: FieldPath) -> FieldPath? {
    var path: FieldPath? = path.row == nil ? path : path.withRow(nil)
    while let candidate = path {
      if items.contains(where: { $0.path == candidate && Self.isStop($0) }) { return candidate }
      path = candidate.parent
    }
    return nil
  }

  /// Makes the typed text the answer, as it stands when it cannot be read. For leaving a question by any way but Enter.
  mutating func commitText(at moment: Moment) -> [AppEffect] {
    guard entry.isDirty, let node = currentNode else { return [] }
    let text = entry.field.text
    let value: String
    do throws(TypedTextProblem) {
      value = try control.value(of: text, node: node, year: LocalTime(moment).year)
    } catch {
      value = text
    }
    entry.isDirty = false
    guard value != (currentItem?.value ?? "") || currentItem?.missing != nil else { return [] }
    return change([value.isEmpty ? .unset(current) : .set(current, value)], at: moment).effects
  }

  /// Adds a row to a repeat and answers its path.
  mutating func addRow(to path: FieldPath, at moment: Moment) -> (row: FieldPath?, effects: [AppEffect]) {
    var generator = SeededGenerator(seed: moment.seed)
    let row = RowID.random(using: &generator)
    let (_, effects) = change([.addRow(repeat: path, row: row)], at: moment)
    return (path.withRow(row), effects)
  }
}
