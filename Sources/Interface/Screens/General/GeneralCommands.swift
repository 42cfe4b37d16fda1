internal import Messages
internal import Terminal
internal import Vietnamese

/// Commands that mean the same on every screen.
enum GeneralCommands {
  /// What the key does, when it is one of these; nil leaves it to the screen.
  static func step(_ press: Press, over screen: any Screen, _ app: inout AppModel) -> Step? {
    switch press.command {
    case .help:
      guard !(screen is HelpScreen) else { return nil }
      return .push(HelpScreen(about: screen.context))
    case .palette:
      guard !(screen is PaletteScreen), !(screen is HelpScreen), !(screen is FirstStartScreen) else { return nil }
      return .push(PaletteScreen(over: screen.context, language: app.language, isProtected: app.isProtected))
    case .language: return .stay(switchLanguage(&app))
    case .typing: return .stay(switchTyping(&app))
    case .repaint: return .stay([.repaint])
    case .lock:
      guard app.isProtected else {
        app.notice = Notice(LockPhrase.notProtected, style: .warning)
        return .stay()
      }
      guard !app.isWorking else {
        app.notice = Notice(LockPhrase.working, style: .warning)
        return .stay()
      }
      return .stay(app.keepBeforeLocking() + [.lock])
    case .suspend: return .stay((app.form?.keepPlace() ?? []) + [.suspend])
    case .quit:
      // The store is closed on leaving: what still reads and writes it is waited for.
      guard !app.isWorking else {
        app.notice = Notice(CommonPhrase.working, style: .warning)
        return .stay()
      }
      return .stay((app.form?.keepPlace() ?? []) + [.quit])
    default: return nil
    }
  }

  /// The other language, also for the form that is open.
  static func switchLanguage(_ app: inout AppModel) -> [AppEffect] {
    app.language = app.language.other
    app.form?.speak(app.language)
    return [.keepLanguage(app.language)]
  }

  /// Off, Telex, VNI, in turn; or the other way round.
  static func switchTyping(_ app: inout AppModel, forward: Bool = true) -> [AppEffect] {
    let methods: [TypingMethod?] = [nil] + TypingMethod.allCases
    let index = methods.firstIndex(of: app.typing) ?? 0
    app.typing = methods[(index + (forward ? 1 : methods.count - 1)) % methods.count]
    app.form?.typing = app.typing
    app.notice = Notice(CommonPhrase.typing(app.typing?.name))
    return [.keepTyping(app.typing)]
  }
}

extension TypingMethod {
  /// The name by which everybody knows it.
  var name: String {
    switch self {
    case .telex: "Telex"
    case .vni: "VNI"
    }
  }
}
