internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Journal
internal import Records

/// A batch as one sealed file: nothing of it is ever on the medium in the clear.
struct SealedTarget: BatchTarget {
  private var part: PartFolder
  private let system: FileSystem
  private let file: Int32
  private let header: ContentHash
  private var sender: HPKE.Sender
  private var buffer: [UInt8] = []
  private var hash = RunningHash()

  var folder: String { part.folder }

  init(
    _ part: PartFolder, for recipient: PublicKeys, by identity: DeviceIdentity, _ options: BatchOptions
  ) throws(BatchProblem) {
    var part = part
    do {
      let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient.agreement)
      sender = try HPKE.Sender(
        recipientKey: key, ciphersuite: SealFormat.ciphersuite, info: Data(SealFormat.information))
    } catch {
      part.abandon()
      throw .cryptography("\(error)")
    }
    let line = SealHeader(
      id: part.name, created: Timestamp.text(options.now), device: identity.device, recipient: recipient,
      encapsulated: Array(sender.encapsulatedKey)
    ).bytes
    header = ContentHash(of: line)
    system = options.fileSystem
    do throws(BatchProblem) { file = try part.create(BatchFolder.sealed) } catch {
      part.abandon()
      throw error
    }
    self.part = part
    try write(line)
  }

  private mutating func write(_ bytes: [UInt8]) throws(BatchProblem) {
    hash.update(bytes)
    do throws(SystemFailure) { try part.append(bytes, to: file, BatchFolder.sealed) } catch { throw .system(error) }
  }

  mutating func put(_ path: String, _ content: [UInt8]) throws(BatchProblem) {
    let entry: JSONValue = ["path": .string(path), "bytes": .integer(content.count)]
    buffer += entry.serialisedBytes() + [0x0A]
    buffer += content
    var offset = 0
    while buffer.count - offset > SealFormat.frameLength {
      try seal(Array(buffer[offset..<offset + SealFormat.frameLength]), isLast: false)
      offset += SealFormat.frameLength
    }
    buffer.removeFirst(offset)
  }

  private mutating func seal(_ clear: [UInt8], isLast: Bool) throws(BatchProblem) {
    let sealed: Data
    do { sealed = try sender.seal(clear, authenticating: SealFormat.associated(header, isLast: isLast)) } catch {
      throw .cryptography("\(error)")
    }
    let count = UInt32(sealed.count)
    try write([isLast ? 1 : 0] + stride(from: 24, through: 0, by: -8).map { UInt8(count >> UInt32($0) & 0xFF) })
    try write(Array(sealed))
  }

  mutating func finish() throws(BatchProblem) {
    try seal(buffer, isLast: true)
    buffer = []
    let digest = hash.value
    guard let trailer = Hexadecimal.bytes(digest.hex) else { throw .cryptography("hash") }
    try write(trailer)
    let whole = hash.value
    do throws(SystemFailure) {
      try system.uninterrupted { () throws(SystemFailure) in try system.fsync(file) }
      try system.close(file)
    } catch {
      throw .system(error)
    }
    try part.check(BatchFolder.sealed, is: whole)
    try part.finish()
  }

  mutating func abandon() {
    try? system.close(file)
    part.abandon()
  }
}
