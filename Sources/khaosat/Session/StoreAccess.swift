package import Journal
package import Records

/// Opens the store that a command works on.
package struct StoreAccess: Sendable {
  /// The folder of the store.
  package let path: String
  /// The clock that events carry.
  package let clock: HostClock

  /// Access to a folder, which is made when something is first written.
  package init(path: String, clock: HostClock = HostClock()) {
    self.path = path
    self.clock = clock
  }

  /// Opens for reading: never takes the lock, never writes a byte.
  package func reading() throws(StoreProblem) -> Store { try open(writes: false) }

  /// Opens for writing.
  ///
  /// - Throws: ``StoreProblem/readOnly`` when another instance holds the store or the medium cannot be written.
  package func writing() throws(StoreProblem) -> Store {
    let store = try open(writes: true)
    guard !store.isReadOnly else { throw .readOnly }
    return store
  }

  /// Opens for the screens: writing where that is possible, else reading; the notices of the store say which.
  package func open(
    writes: Bool, observer: @escaping @Sendable (SaveState) -> Void = { _ in }
  ) throws(StoreProblem) -> Store {
    let clock = clock
    return try Store.open(
      at: path,
      options: StoreOptions(
        writes: writes, machineID: HostMachine.id, application: "khaosat " + ProgramVersion.text,
        now: { clock.now() }, random: { UInt64.random(in: 0...UInt64.max) }, observer: observer))
  }
}
