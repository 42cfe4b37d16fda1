internal import Fieldwork
internal import Forms
internal import Messages
internal import Responses
internal import Terminal

extension FormScreen {
  /// Enter: the text becomes the answer. What is wrong is said once and keeps the cursor; a second Enter goes on.
  func accept(_ press: Press, _ done: [AppEffect], _ form: inout FormModel, in app: inout AppModel) -> Step {
    guard !form.isReadOnly, let item = form.currentItem, !item.isReadOnly else {
      return next(press, done, &form, in: &app)
    }
    let node = form.node(of: item)
    var effects = done
    if form.entry.isDirty, !form.entry.isHeld {
      do throws(TypedTextProblem) {
        let text = form.entry.field.text
        let value = try form.control.value(of: text, node: node, year: LocalTime(press.moment).year)
        if node.kind.isAttachment, !value.isEmpty {
          form.entry.isDirty = false
          return .stay(effects + [.attach(record: form.record, path: item.path, file: value)])
        }
      } catch {
        form.entry.problem = error.phrase
        form.entry.isHeld = true
        return .stay(effects + [.bell])
      }
    }
    let wasHeld = form.entry.isHeld
    effects += form.commitText(at: press.moment)
    noteHidden(form, in: &app)
    guard let now = form.currentItem, now.path == item.path else { return next(press, effects, &form, in: &app) }
    if now.problem == .warning, !now.isConfirmed {
      return .push(WarningScreen(path: now.path), effects)
    }
    if let problem = now.problem, problem != .warning, !wasHeld {
      let highlight = form.entry.highlight
      form.entry = form.freshEntry()
      form.entry.highlight = form.entry.highlight ?? highlight
      form.entry.isHeld = true
      return .stay(effects + [.bell])
    }
    return next(press, effects, &form, in: &app)
  }

  /// Goes to the next question; after the last one of a row back to the table, after the last of all to the review.
  func next(_ press: Press, _ done: [AppEffect], _ form: inout FormModel, in app: inout AppModel) -> Step {
    let effects = done + form.commitText(at: press.moment)
    noteHidden(form, in: &app)
    if let stop = form.nextStop { return .stay(effects + form.go(to: stop.path)) }
    guard let row = form.scope else { return .push(ReviewScreen(), effects + form.keepPlace()) }
    let path = row.withRow(nil)
    let kept = form.go(to: path)
    return .push(RowsScreen(repeat: path, after: row, form: form), effects + kept)
  }

  /// Goes back; before the first question of a row to its table.
  func previous(_ press: Press, _ form: inout FormModel, in app: inout AppModel) -> Step {
    let effects = form.commitText(at: press.moment)
    if let stop = form.previousStop { return .stay(effects + form.go(to: stop.path)) }
    if let row = form.scope {
      let kept = form.go(to: row.withRow(nil))
      return .push(RowsScreen(repeat: row.withRow(nil), on: row, form: form), effects + kept)
    }
    app.notice = Notice(FormPhrase.atStart)
    return .stay(effects)
  }

  /// Says how many answers an answer has hidden.
  func noteHidden(_ form: FormModel, in app: inout AppModel) {
    if form.justHidden > 0 { app.notice = Notice(FormPhrase.hidden(form.justHidden), style: .warning) }
  }

  /// Commands of the form.
  func take(_ command: Command, _ press: Press, _ form: inout FormModel, in app: inout AppModel) -> Step {
    switch command {
    case .previous: return previous(press, &form, in: &app)
    case .jump: return .push(JumpScreen(form: form), form.commitText(at: press.moment))
    case .problems:
      let effects = form.commitText(at: press.moment)
      return .push(ProblemsScreen(form: form), effects)
    case .review: return .push(ReviewScreen(), form.commitText(at: press.moment))
    case .menu: return .push(LeaveScreen())
    case .toList:
      app.form = form
      let effects = FormOpening.toList(press, in: &app)
      return .close(effects)
    case .reopen:
      guard form.status == .finalised else { return .stay([.bell]) }
      if let reason = app.readOnlyReason {
        app.notice = Notice(reason)
        return .stay([.bell])
      }
      return .push(ReopenScreen(record: form.record, name: form.response.instanceName ?? ""))
    case .undo, .redo: return travel(undoing: command == .undo, press, &form, in: &app)
    case .note, .inbox, .missing, .missingRefused, .missingNotApplicable, .clear:
      return takeAnswerCommand(command, press, &form, in: &app)
    default: return .stay()
    }
  }

  private func travel(undoing: Bool, _ press: Press, _ form: inout FormModel, in app: inout AppModel) -> Step {
    if undoing ? form.discardText() : form.bringTextAgain() {
      app.notice = Notice(undoing ? FormPhrase.undone : .redone)
      return .stay(form.keepPlace())
    }
    guard let effects = form.travel(undoing: undoing, at: press.moment) else {
      app.notice = Notice(undoing ? FormPhrase.nothingToUndo : .nothingToRedo)
      return .stay()
    }
    app.notice = Notice(undoing ? FormPhrase.undone : .redone)
    return .stay(effects)
  }

  private func takeAnswerCommand(
    _ command: Command, _ press: Press, _ form: inout FormModel, in app: inout AppModel
  ) -> Step {
    guard let item = form.currentItem, item.kind == .question else { return .stay() }
    guard !form.isReadOnly else {
      app.notice = form.readOnlyNotice(app)
      return .stay([.bell])
    }
    if command == .note { return .push(NoteScreen(path: item.path, text: item.note ?? "")) }
    guard !item.isReadOnly else {
      app.notice = Notice(FormPhrase.readOnlyQuestion, style: .warning)
      return .stay([.bell])
    }
    let node = form.node(of: item)
    if command == .inbox {
      guard node.kind.isAttachment else {
        app.notice = Notice(InboxPhrase.notFile, style: .warning)
        return .stay([.bell])
      }
      let screen = InboxScreen(record: form.record, item: item, kind: node.kind, folder: app.inboxFolder)
      return .push(screen, [.listInbox(folder: app.inboxFolder)])
    }
    let reasons = node.missingReasons
    switch command {
    case .clear:
      guard item.isAnswered || form.entry.isDirty else { return .stay() }
      let (_, effects) = form.change(
        [item.missing == nil ? .unset(item.path) : .missing(item.path, reason: "")], at: press.moment)
      form.entry = form.freshEntry()
      app.notice = Notice(FormPhrase.cleared)
      return .stay(effects)
    case .missing where !reasons.isEmpty: return .push(MissingScreen(path: item.path, reasons: reasons))
    case .missingRefused where reasons.contains(.refused):
      return MissingScreen.take(.refused, at: item.path, press, &form, in: &app)
    case .missingNotApplicable where reasons.contains(.notApplicable):
      return MissingScreen.take(.notApplicable, at: item.path, press, &form, in: &app)
    default:
      app.notice = Notice(FormPhrase.noMissing)
      return .stay([.bell])
    }
  }
}
