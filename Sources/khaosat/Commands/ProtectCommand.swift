internal import ArgumentParser
internal import Batches
internal import JSON
internal import Journal
internal import Protection
internal import Records

/// `khaosat protect`: answers sealed at rest under a team key that a passphrase opens.
struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect", abstract: "Seal the answers of the store under a passphrase.",
    subcommands: [
      ProtectOn.self, ProtectShare.self, ProtectJoin.self, ProtectRenew.self, ProtectPassphrase.self,
      ProtectStatus.self,
    ],
    defaultSubcommand: ProtectOn.self)
}

/// `khaosat protect [on]`: makes the team key; what is written from now on is sealed.
struct ProtectOn: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "on", abstract: "Protect this store.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let protection = StoreProtection(store: common.storePath)
    if protection.isOn { throw ProtectionProblem.alreadyOn }
    let passphrase = try common.access.passphrase.new()
    // The store is held while the key is made: nothing is written beside it in the clear.
    let before = try common.access.writing()
    let identity = before.identity
    let name = before.snapshot.user(of: identity.device)?.body.payload?["laptop"]?.stringValue ?? HostMachine.name
    let lines = before.snapshot.lines
    let ring = try protection.turnOn(passphrase: passphrase, device: identity.device, name: name)
    try KeyStore(directory: common.storePath + "/keys", seal: ring).protect()
    try before.close()
    // What was kept to open faster was made before there was a key; it is made again, sealed.
    let cache = common.storePath + "/cache"
    for name in HostFile.names(in: cache) { try FileSystem.live.removeIfPresent(cache + "/" + name) }
    let status = try protection.status()
    let (key, laptop) = (TeamKey.shown(status.current ?? ""), status.laptop?.fingerprint ?? "")
    Printer.result(
      common.language == "en"
        ? "protected; team key \(key), this laptop \(laptop)" : "đã bảo vệ; khóa nhóm \(key), máy này \(laptop)")
    if lines > 1 {
      Printer.words(
        common.language == "en"
          ? "The \(lines) lines written before stay readable; what is written from now on is sealed."
          : "\(lines) dòng đã ghi trước vẫn đọc được; từ nay nội dung ghi mới được khóa.")
    }
  }
}

/// `khaosat protect share LAPTOP`: lets another laptop open what the team keys here seal.
struct ProtectShare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Let another laptop open what is sealed here.")

  @Argument(help: "Fingerprint of the laptop, compared with its owner, or its whole key as `protect status` prints it.")
  var laptop: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.access.writing()
    guard let ring = store.seal as? KeyRing else { throw ProtectionProblem.off }
    let key = try StoreProtection(store: common.storePath).share(ring, with: laptop)
    try store.close()
    Printer.result(
      common.language == "en"
        ? "shared with \(key.fingerprint); exchange, so that it gets the key"
        : "đã chia sẻ với \(key.fingerprint); đồng bộ để máy đó nhận khóa")
  }
}

/// `khaosat protect join KEY`: writes with the team key of another laptop from now on.
struct ProtectJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Write with a team key that came from another laptop.")

  @Argument(help: "Name of the team key, compared with whoever shared it.")
  var key: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.access.writing()
    guard let ring = store.seal as? KeyRing else { throw ProtectionProblem.off }
    try StoreProtection(store: common.storePath).join(ring, key)
    try store.close()
    let name = TeamKey.shown(ring.currentID ?? "")
    Printer.result(common.language == "en" ? "team key is now \(name)" : "khóa nhóm từ nay là \(name)")
  }
}

/// `khaosat protect renew [LAPTOP …]`: another team key, for the laptops that stay.
struct ProtectRenew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Seal with a new team key: a laptop was lost, or left the team.")

  @Argument(help: "Fingerprints of the laptops that stay in the team, compared with their owners.")
  var laptops: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.access.writing()
    guard let ring = store.seal as? KeyRing else { throw ProtectionProblem.off }
    let staying = try StoreProtection(store: common.storePath).renew(ring, for: laptops)
    try store.close()
    let name = TeamKey.shown(ring.currentID ?? "")
    let isEnglish = common.language == "en"
    Printer.result(isEnglish ? "team key is now \(name)" : "khóa nhóm từ nay là \(name)")
    for laptop in staying {
      Printer.result((isEnglish ? "shared with " : "đã chia sẻ với ") + laptop.fingerprint)
    }
    Printer.words(
      isEnglish
        ? "Exchange, then run `khaosat protect join \(name)` on each laptop that stays. What was sealed before stays open to whoever had the old key."
        : "Đồng bộ, rồi trên từng máy còn trong đoàn chạy `khaosat protect join \(name)`. Nội dung đã khóa trước đó thì máy từng có khóa cũ vẫn mở được."
    )
  }
}

/// `khaosat protect passphrase`: another passphrase for this laptop.
struct ProtectPassphrase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change the passphrase of this laptop.")

  @Option(
    name: .customLong("new-passphrase-file"),
    help: "File with the new passphrase (default: $KHAOSAT_NEW_PASSPHRASE, else asked for).")
  var newFile: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let protection = StoreProtection(store: common.storePath)
    guard protection.isOn else { throw ProtectionProblem.off }
    let source = common.access.passphrase
    var old = try source.given()
    if old == nil { old = source.ask("Mật khẩu hiện tại", "Present passphrase") }
    guard let old else { throw ProtectionProblem.passphraseNeeded }
    _ = try protection.unlock(old)
    let new = try PassphraseSource(
      file: newFile, variable: "KHAOSAT_NEW_PASSPHRASE", isEnglish: common.language == "en"
    ).new()
    try protection.change(from: old, to: new)
    Printer.result(common.language == "en" ? "passphrase changed" : "đã đổi mật khẩu")
  }
}

/// `khaosat protect status`: how the store is protected; needs no passphrase.
struct ProtectStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell how the store is protected, and which laptops there are.")

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    if LostLock.isLost(common.storePath) {
      throw StoreProblem.lockMissing(common.storePath + "/" + LostLock.file)
    }
    let status = try StoreProtection(store: common.storePath).status()
    if json { return Printer.result(Self.json(status).serialised()) }
    let isEnglish = common.language == "en"
    guard let laptop = status.laptop, let current = status.current else {
      return Printer.result(isEnglish ? "not protected" : "chưa bảo vệ")
    }
    Printer.result((isEnglish ? "team key\t" : "khóa nhóm\t") + TeamKey.shown(current))
    for key in status.keys where key != current {
      Printer.result((isEnglish ? "other key\t" : "khóa khác\t") + TeamKey.shown(key))
    }
    Printer.result((isEnglish ? "this laptop\t" : "máy này\t") + laptop.fingerprint + "\t" + laptop.text)
    for (card, isShared) in status.others {
      let shared = isEnglish ? (isShared ? "shared" : "not shared") : (isShared ? "đã chia sẻ" : "chưa chia sẻ")
      Printer.result(fields: [card.name, card.key.fingerprint, shared])
    }
  }

  private static func json(_ status: StoreProtection.Status) -> JSONValue {
    let others = status.others.map { card, isShared -> JSONValue in
      [
        "device": .string(card.device), "name": .string(card.name), "fingerprint": .string(card.key.fingerprint),
        "key": .string(card.key.text), "shared": .bool(isShared),
      ]
    }
    return [
      "protected": .bool(status.laptop != nil), "team_key": status.current.map { .string($0) } ?? .null,
      "team_keys": .array(status.keys.map { .string($0) }),
      "laptop": status.laptop.map { ["fingerprint": .string($0.fingerprint), "key": .string($0.text)] } ?? .null,
      "others": .array(others),
    ]
  }
}
