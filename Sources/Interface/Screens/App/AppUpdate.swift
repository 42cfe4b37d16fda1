internal import Expressions
internal import Messages
internal import Terminal

/// What each message does.
enum AppUpdate {
  /// Takes one message; changes sent to be written count as waiting until they are acknowledged.
  static func take(_ message: AppMessage, _ app: inout AppModel) -> [AppEffect] {
    let effects = effects(of: message, &app)
    for effect in effects {
      switch effect {
      case .record(_, let changes): app.saving.waiting += changes.count
      case .exportBatch, .exchange: app.isWorking = true
      default: break
      }
    }
    return effects
  }

  private static func effects(of message: AppMessage, _ app: inout AppModel) -> [AppEffect] {
    switch message {
    case .key(let key, let moment): return take(key, moment, &app)
    case .resized(let size):
      app.size = size
      return []
    case .tick(let moment):
      app.now = moment
      return (app.form?.keepText() ?? []) + (app.saving.failure == nil ? [] : [.retrySaving])
    case .saved(let count, let moment):
      app.saving.waiting = max(0, app.saving.waiting - count)
      app.saving.lastSaved = moment
      if app.saving.waiting == 0 { app.saving.failure = nil }
      return []
    case .saveFailed(let problem):
      // The same failure again, of a later try, is no news.
      if app.saving.failure == problem { return [] }
      app.saving.failure = problem
      app.notice = Notice(problem)
      return [.bell]
    case .failed(let problem), .notice(let problem):
      app.notice = Notice(problem)
      update(ReviewScreen.self, in: &app) { $0.isFinishing = false }
      return [.bell]
    case .workFailed(let problem):
      app.isWorking = false
      app.notice = Notice(problem)
      update(ExportScreen.self, in: &app) { $0.progress = nil }
      update(ExchangeScreen.self, in: &app) { $0.progress = nil }
      return [.bell]
    default: return takeResult(message, &app)
    }
  }

  /// What the program answers when something asked for is done.
  private static func takeResult(_ message: AppMessage, _ app: inout AppModel) -> [AppEffect] {
    switch message {
    case .boardChanged(let board):
      app.board = board
      update(VisitsScreen.self, in: &app) { $0.show(board) }
    case .sessionStarted(let session):
      app.session = session
      app.screens.removeAll { $0 is FirstStartScreen }
    case .recordOpened(let opened): return FormOpening.open(opened, in: &app)
    case .attached(let path, let value, let moment):
      return app.form?.set(path, to: value, at: moment) ?? []
    case .inboxListed(let folder, let files):
      update(InboxScreen.self, in: &app) { $0.show(files, of: folder) }
    case .finalised(let record): FormOpening.finished(record, in: &app)
    case .visitAdded(let visit):
      app.screens.removeAll { $0 is AddVisitScreen }
      update(VisitsScreen.self, in: &app) { $0.select(visit: visit) }
      app.notice = Notice(VisitsPhrase.added, style: .ok)
    case .exportProgress(let done, let total):
      update(ExportScreen.self, in: &app) { $0.progress = (done, total) }
    case .exported(let summary):
      app.isWorking = false
      update(ExportScreen.self, in: &app) { $0.finish(summary) }
    case .exchangeProgress(let done, let total):
      update(ExchangeScreen.self, in: &app) { $0.progress = (done, total) }
    case .exchanged(let summary):
      app.isWorking = false
      app.exchangeFolder = summary.folder
      update(ExchangeScreen.self, in: &app) { $0.finish(summary) }
    default: break
    }
    return []
  }

  private static func update<S: Screen>(_ kind: S.Type, in app: inout AppModel, _ change: (inout S) -> Void) {
    for index in app.screens.indices {
      guard var screen = app.screens[index] as? S else { continue }
      change(&screen)
      app.screens[index] = screen
    }
  }

  private static func take(_ key: Key, _ moment: Moment, _ app: inout AppModel) -> [AppEffect] {
    app.now = moment
    app.notice = nil
    if key == .invalid { return [.bell] }
    guard var top = app.screens.popLast() else { return [] }
    let press = Press(key: key, command: Bindings.command(for: key, in: top.context), moment: moment)
    let step: Step
    if let general = GeneralCommands.step(press, over: top, &app) {
      step = general
    } else {
      step = top.take(press, in: &app)
    }
    switch step.next {
    case .stay: app.screens.append(top)
    case .close: break
    case .push(let screen): app.screens += [top, screen]
    case .replace(let screen): app.screens.append(screen)
    }
    if app.screens.isEmpty { app.screens = [VisitsScreen(board: app.board, today: LocalTime(moment).date)] }
    return step.effects
  }
}
