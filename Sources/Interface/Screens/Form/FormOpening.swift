internal import Fieldwork
internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Opening a form, and what happens when it is finished.
enum FormOpening {
  /// Puts the form on top; with a word about where it goes on.
  static func open(_ opened: OpenedRecord, in app: inout AppModel) -> [AppEffect] {
    var form = FormModel(opened, language: app.language, year: LocalTime(app.now).year)
    form.typing = app.typing
    if let moment = opened.lastSaved { app.saving.lastSaved = moment }
    if opened.isReadOnly {
      app.notice = form.readOnlyNotice(app)
    } else if opened.isReopened {
      app.notice = Notice(FormPhrase.reopened, style: .ok)
    } else if let review = opened.review {
      let phrase = ReturnedPhrase.returned(
        by: review.reviewer, summary: review.summary, comments: review.comments.count)
      app.notice = Notice(phrase, style: .warning)
    } else if opened.place != nil, let item = form.currentItem, let saved = opened.lastSaved {
      let title = form.response.form.title(in: form.response.language)
      let phrase = FormPhrase.resumed(form: title, question: item.label, time: LocalTime(saved).shortClock)
      app.notice = Notice(phrase)
    }
    // What is to be mended comes first, unless the person was in the middle of something.
    if opened.review != nil, opened.place?.text == nil, let first = form.firstComment { _ = form.goInside(first) }
    let effects = form.keepPlace()
    app.form = form
    app.screens.removeAll { !($0 is VisitsScreen) }
    app.screens.append(FormScreen(context: form.keys))
    if !opened.isReadOnly, !opened.conflicts.isEmpty {
      app.screens.append(ConflictsScreen(record: opened.record, questions: opened.conflicts))
    }
    return effects
  }

  /// Back to the visits, with the good news.
  static func finished(_ record: String, in app: inout AppModel) {
    guard app.form?.record == record else { return }
    app.form = nil
    app.screens.removeAll { !($0 is VisitsScreen) }
    app.notice = Notice(ReviewPhrase.finished, style: .ok)
  }

  /// Back to the visits; everything stays where it is.
  static func toList(_ press: Press, in app: inout AppModel) -> [AppEffect] {
    let effects = app.form?.leave(at: press.moment) ?? []
    app.form = nil
    app.screens.removeAll { !($0 is VisitsScreen) }
    return effects
  }
}
