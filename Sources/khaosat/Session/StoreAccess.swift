package import Journal
internal import Messages
internal import Protection
package import Records

/// Opens the store that a command works on.
package struct StoreAccess: Sendable {
  /// Whether a protected store must be unlocked.
  package enum Unlocking: Sendable {
    /// The work needs answers: the passphrase is asked for.
    case required
    /// The work goes without; a passphrase that was given is used.
    case ifGiven
  }

  /// The folder of the store.
  package let path: String
  /// The clock that events carry.
  package let clock: HostClock
  /// Where the passphrase of a protected store comes from.
  package let passphrase: PassphraseSource

  /// Access to a folder, which is made when something is first written.
  package init(path: String, clock: HostClock = HostClock(), passphrase: PassphraseSource = PassphraseSource()) {
    self.path = path
    self.clock = clock
    self.passphrase = passphrase
  }

  /// Opens for reading: never takes the lock, never writes a byte.
  package func reading(unlocking: Unlocking = .required) throws -> Store {
    let store = try open(writes: false, seal: try seal(unlocking))
    tell(store.notices)
    return store
  }

  /// Opens for writing.
  ///
  /// - Throws: ``StoreProblem/readOnly`` when another instance holds the store or the medium cannot be written.
  package func writing(unlocking: Unlocking = .required) throws -> Store {
    let store = try open(writes: true, seal: try seal(unlocking))
    guard !store.isReadOnly else { throw StoreProblem.readOnly }
    tell(store.notices)
    return store
  }

  /// Says what should be known about how the store was opened: a damaged end, a tail that is missing, a copied store.
  private func tell(_ notices: [StoreNotice]) {
    for notice in notices {
      Printer.words(StorePhrase.notice(notice).line(in: passphrase.isEnglish ? .english : .vietnamese))
    }
  }

  /// Opens with given keys: writing where that is possible, else reading; the notices of the store say which.
  package func open(
    writes: Bool, seal: (any Seal)?, observer: @escaping @Sendable (SaveState) -> Void = { _ in }
  ) throws(StoreProblem) -> Store {
    let clock = clock
    var options = StoreOptions(
      writes: writes, machineID: HostMachine.id, application: "khaosat " + ProgramVersion.text,
      now: { clock.now() }, random: { UInt64.random(in: 0...UInt64.max) }, observer: observer)
    options.seal = seal
    return try Store.open(at: path, options: options)
  }

  /// What seals a protected store; nil when it is not protected.
  func seal(_ unlocking: Unlocking) throws -> KeyRing? {
    let protection = StoreProtection(store: path)
    guard protection.isOn else { return nil }
    if let given = try passphrase.given() { return try protection.unlock(given) }
    if unlocking == .ifGiven { return protection.locked() }
    for attempt in 1...3 {
      guard let typed = passphrase.ask("Mật khẩu của kho", "Passphrase of the store") else { break }
      do throws(ProtectionProblem) { return try protection.unlock(typed) } catch {
        guard error == .wrongPassphrase, attempt < 3 else { throw error }
        Printer.words(ProblemText.phrase(error).line(in: passphrase.isEnglish ? .english : .vietnamese))
      }
    }
    throw ProtectionProblem.passphraseNeeded
  }
}
