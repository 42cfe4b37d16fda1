internal import CursesDriver
internal import Messages
internal import Protection
internal import Screens
internal import Terminal

/// The door of a protected store on the terminal: it forgets the keys, and shows nothing until the passphrase was typed.
struct ScreenLock {
  /// How it was left.
  enum Outcome {
    /// The passphrase was right.
    case opened(KeyRing)
    /// The person leaves the program, or the terminal is gone.
    case left
  }

  private let protection: StoreProtection
  private let driver: CursesDriver

  /// The door of a store.
  init(_ protection: StoreProtection, _ driver: CursesDriver) {
    self.protection = protection
    self.driver = driver
  }

  /// Forgets the keys of an open store and waits; true when it was opened again.
  func lock(_ ring: KeyRing, language: Language, idleMinutes: Int?, hasUnsaved: Bool) -> Bool {
    // Lines that wait for the medium are sealed already; only new ones would need the key.
    ring.lock()
    let model = LockModel(language: language, idleMinutes: idleMinutes, hasUnsaved: hasUnsaved)
    guard case .opened(let opened) = ask(model) else { return false }
    ring.reopen(with: opened)
    return true
  }

  /// Asks until the passphrase is right or the person leaves.
  func ask(_ model: LockModel) -> Outcome {
    var model = model
    while true {
      driver.draw(LockView.frame(model, size: driver.size))
      for event in driver.events(within: nil) {
        switch event {
        case .key(let key):
          switch model.take(key) {
          case .nothing: break
          case .repaint: driver.repaint()
          case .quit: return .left
          case .open(let passphrase):
            driver.draw(LockView.frame(model, size: driver.size))
            do throws(ProtectionProblem) { return .opened(try protection.unlock(passphrase)) } catch {
              model.refuse(ProblemText.phrase(error))
              driver.bell()
            }
          }
        case .ended: return .left
        case .resized, .woken, .continued, .timeout: break
        }
      }
    }
  }
}
