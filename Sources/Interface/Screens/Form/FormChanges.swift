internal import Expressions
internal import Forms
internal import Messages
internal import Responses
internal import Terminal

extension FormModel {
  /// Makes changes that can be taken back together, and sends them to be written.
  mutating func change(_ edits: [Edit], at moment: Moment) -> (outcomes: [Outcome], effects: [AppEffect]) {
    guard !isReadOnly, !edits.isEmpty else { return ([], []) }
    let undo = edits.reversed().flatMap { response.inverse(of: $0) }
    let outcomes = applying(edits, at: moment)
    undoSteps.append(UndoStep(undo: undo, redo: edits))
    redoSteps = []
    discarded = nil
    // A new answer takes the place of all that stood there.
    openConflicts.removeAll { question in edits.contains { $0.isAnswer && $0.path.description == question.field } }
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

  /// Takes half-typed text back; false when there is none.
  mutating func discardText() -> Bool {
    guard entry.isDirty else { return false }
    discarded = DiscardedText(path: current, field: entry.field, depth: redoSteps.count)
    entry = freshEntry()
    return true
  }

  /// Brings half-typed text again that was taken back last; false when something else was.
  mutating func bringTextAgain() -> Bool {
    guard let text = discarded, redoSteps.count <= text.depth, !entry.isDirty, !isReadOnly,
      items.contains(where: { $0.path == text.path })
    else { return false }
    discarded = nil
    move(to: text.path)
    entry.field = text.field
    entry.isDirty = true
    entry.isUntouched = false
    return true
  }

  /// Takes the last change back, or makes it again, and stands where it was made. Nil when there is none.
  mutating func travel(undoing: Bool, at moment: Moment) -> [AppEffect]? {
    guard !isReadOnly, let step = undoing ? undoSteps.popLast() : redoSteps.popLast() else { return nil }
    let edits = undoing ? step.undo : step.redo
    _ = applying(edits, at: moment)
    if undoing { redoSteps.append(step) } else { undoSteps.append(step) }
    if let path = edits.last?.path, let target = stop(for: path) { current = target }
    entry = freshEntry()
    // The answers of a row that comes back are no versions that were there before.
    let isUndo = undoing && step.redo.allSatisfy(\.isAnswer)
    let changes = edits.map { FieldChange(edit: $0, moment: moment, isUndo: isUndo) }
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
