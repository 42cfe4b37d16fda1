internal import CursesDriver
internal import Expressions
internal import Messages
internal import Records
internal import Screens
internal import Terminal

/// The application: the store, the screens and the terminal joined in one loop.
///
/// The thread of the terminal owns the model. The store's writer thread only puts messages into the inbox and wakes it.
struct Application {
  /// Store, forms and language as asked for on the command line.
  let common: CommonOptions

  /// Opens the application on this terminal and returns when the person leaves.
  func run(isAscii: Bool, isMono: Bool) throws {
    let clock = HostClock()
    let inbox = Inbox()
    let store = try common.access.open(writes: true, seal: try common.access.seal(.required))
    let driver: CursesDriver
    do throws(CursesProblem) {
      driver = try CursesDriver(options: CursesOptions(isAscii: isAscii, isMono: isMono))
    } catch {
      try store.close()
      throw ProgramProblem.noTerminal(reason: error.rawValue)
    }
    inbox.attach(driver.waker)
    let settings = Settings.read()
    let language: Language = (common.lang ?? settings.language ?? "vi") == "en" ? .english : .vietnamese
    var desk = Desk(
      store: store, clock: clock, library: FormLibrary(places: common.formPlaces, archive: store.forms), inbox: inbox)
    var model = AppModel(desk.start(size: driver.size, language: language))
    let ending = loop(driver, &model, &desk, clock, inbox)
    driver.close()
    do {
      try store.close()
    } catch {
      Printer.words(StorePhrase.problem(error).line(in: language))
      throw ProgramEnd(.damaged)
    }
    if ending == .hangUp { throw ProgramEnd(.done) }
  }

  /// The questions as plain lines, for screen readers and pipes.
  func runPlain() throws {
    try PlainApplication(common: common).run()
  }

  private func loop(
    _ driver: CursesDriver, _ model: inout AppModel, _ desk: inout Desk, _ clock: HostClock, _ inbox: Inbox
  ) -> EndReason? {
    driver.draw(App.view(model, size: driver.size))
    while true {
      let events = driver.events(within: model.wantsTick ? 2000 : nil)
      var effects: [AppEffect] = []
      for event in events {
        switch event {
        case .key(let key): effects += App.update(&model, .key(key, desk.moment()))
        case .resized(let size): effects += App.update(&model, .resized(size))
        case .timeout: effects += App.update(&model, .tick(desk.moment()))
        case .woken, .continued: break
        case .ended(let reason):
          _ = carryOut(App.update(&model, .tick(desk.moment())), driver, &model, &desk)
          return reason
        }
        if carryOut(effects, driver, &model, &desk) { return nil }
        effects = []
      }
      for message in inbox.take() {
        if carryOut(App.update(&model, message), driver, &model, &desk) { return nil }
      }
      driver.draw(App.view(model, size: driver.size))
    }
  }

  /// Carries effects out, and those of the messages that answer them; true when the person leaves.
  private func carryOut(
    _ effects: [AppEffect], _ driver: CursesDriver, _ model: inout AppModel, _ desk: inout Desk
  ) -> Bool {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .repaint: driver.repaint()
      case .bell: driver.bell()
      case .suspend: driver.suspend()
      case .quit: return true
      default:
        for message in desk.carryOut(effect) { waiting += App.update(&model, message) }
      }
    }
    return false
  }
}
