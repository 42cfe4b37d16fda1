internal import CursesDriver
internal import Expressions
internal import Messages
internal import Protection
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
    let protection = StoreProtection(store: common.storePath)
    var seal = protection.isOn ? try common.access.passphrase.given().map { try protection.unlock($0) } : nil
    // What needs no passphrase is opened before the screen is taken, so that words about it stay on the terminal.
    let opened = protection.isOn && seal == nil ? nil : try common.access.open(writes: true, seal: seal)
    let settings = Settings.read()
    let language: Language = (common.lang ?? settings.language ?? "vi") == "en" ? .english : .vietnamese
    let driver: CursesDriver
    do throws(CursesProblem) {
      driver = try CursesDriver(options: CursesOptions(isAscii: isAscii, isMono: isMono))
    } catch {
      try opened?.close()
      throw ProgramProblem.noTerminal(reason: error.rawValue)
    }
    guard let store = try opened ?? unlock(protection, driver, language, &seal) else { return driver.close() }
    inbox.attach(driver.waker)
    var desk = Desk(
      store: store, clock: clock, library: FormLibrary(places: common.formPlaces, archive: store.forms), inbox: inbox)
    var model = AppModel(desk.start(size: driver.size, language: language))
    let lock = seal.map { Locking(door: ScreenLock(protection, driver), ring: $0, minutes: settings.lockMinutes) }
    let ending = loop(driver, &model, &desk, lock, inbox)
    driver.close()
    do {
      try store.close()
    } catch {
      Printer.words(StorePhrase.problem(error).line(in: language))
      throw ProgramEnd(.damaged)
    }
    if ending == .hangUp { throw ProgramEnd(.done) }
  }

  /// What the loop needs to lock a protected store.
  private struct Locking {
    let door: ScreenLock
    let ring: KeyRing
    let minutes: Double
  }

  /// Asks for the passphrase and opens the store; nil when the person leaves.
  private func unlock(
    _ protection: StoreProtection, _ driver: CursesDriver, _ language: Language, _ seal: inout KeyRing?
  ) throws -> Store? {
    guard case .opened(let ring) = ScreenLock(protection, driver).ask(LockModel(language: language)) else { return nil }
    seal = ring
    do { return try common.access.open(writes: true, seal: ring) } catch {
      driver.close()
      throw error
    }
  }

  /// The questions as plain lines, for screen readers and pipes.
  func runPlain() throws {
    try PlainApplication(common: common).run()
  }

  private func loop(
    _ driver: CursesDriver, _ model: inout AppModel, _ desk: inout Desk, _ locking: Locking?, _ inbox: Inbox
  ) -> EndReason? {
    var idle = IdleClock(minutes: locking?.minutes)
    driver.draw(App.view(model, size: driver.size))
    while true {
      let events = driver.events(within: idle.wait(atMost: model.wantsTick ? 2000 : nil))
      var effects: [AppEffect] = []
      for event in events {
        switch event {
        case .key(let key):
          idle.touch()
          effects += App.update(&model, .key(key, desk.moment()))
        case .resized(let size): effects += App.update(&model, .resized(size))
        case .timeout: effects += App.update(&model, .tick(desk.moment()))
        case .woken, .continued: break
        case .ended(let reason):
          _ = carryOut(App.update(&model, .tick(desk.moment())), driver, &model, &desk, locking)
          return reason
        }
        if carryOut(effects, driver, &model, &desk, locking) { return nil }
        effects = []
      }
      if idle.isOver, !model.isWorking {
        if carryOut(model.keepBeforeLocking() + [.lock], driver, &model, &desk, locking, isIdle: true) { return nil }
        idle.touch()
      }
      for message in inbox.take() {
        if carryOut(App.update(&model, message), driver, &model, &desk, locking) { return nil }
      }
      driver.draw(App.view(model, size: driver.size))
    }
  }

  /// Carries effects out, and those of the messages that answer them; true when the person leaves.
  private func carryOut(
    _ effects: [AppEffect], _ driver: CursesDriver, _ model: inout AppModel, _ desk: inout Desk, _ locking: Locking?,
    isIdle: Bool = false
  ) -> Bool {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      switch effect {
      case .repaint: driver.repaint()
      case .bell: driver.bell()
      case .suspend: driver.suspend()
      case .lock: if let locking, !lock(locking, model, desk, isIdle) { return true }
      case .quit: return true
      default:
        for message in desk.carryOut(effect) { waiting += App.update(&model, message) }
      }
    }
    return false
  }

  /// Locks; false when the person leaves the program from there.
  private func lock(_ locking: Locking, _ model: AppModel, _ desk: Desk, _ isIdle: Bool) -> Bool {
    let hasUnsaved: Bool = (try? desk.store.flush()) == nil
    let minutes = isIdle ? max(1, Int(locking.minutes.rounded())) : nil
    return locking.door.lock(locking.ring, language: model.language, idleMinutes: minutes, hasUnsaved: hasUnsaved)
  }
}
