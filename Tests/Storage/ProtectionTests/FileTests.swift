import Testing

@testable import Journal
@testable import Protection

/// Files that are sealed: attachments, lines that came with batches, the private keys of a laptop.
@Suite("Sealed files")
struct FileTests {
  private let ring = KeyRing([KnownKey.team], in: KnownKey.folder)
  private let content = Array("<data>Nguyễn Văn A</data>".utf8)

  @Test("damage shows without the key, and what opens is what was sealed")
  func whole() throws {
    let file = try #require(ring.seal(content, as: "a.xml", mayChange: false))
    #expect(ring.open(file) == content)
    #expect(SealedFile(file.bytes) == file)
    for place in file.bytes.indices {
      var bytes = file.bytes
      bytes[place] ^= 1
      #expect(SealedFile(bytes) == nil)
      #expect(SealedFile(Array(file.bytes[..<place])) == nil)
    }
  }

  @Test("the same content has the same form and name everywhere; one that may change never")
  func stable() throws {
    let first = try #require(ring.seal(content, as: "a.xml", mayChange: false))
    #expect(ring.seal(content, as: "a.xml", mayChange: false) == first)
    #expect(ring.sealedNames(of: "a.xml") == [(first.name ?? "") + ".sealed"])
    #expect(ring.seal(content, as: "a.xml", mayChange: true) != first)
    let other = try #require(KeyRing([TeamKey()], in: KnownKey.folder).seal(content, as: "a.xml", mayChange: false))
    #expect(other.name != first.name)
  }

  @Test("another key or a changed header opens nothing")
  func refused() throws {
    let file = try #require(ring.seal(content, as: "a.xml", mayChange: false))
    #expect(KeyRing([TeamKey()], in: KnownKey.folder).open(file) == nil)
    #expect(KeyRing(lockedIn: KnownKey.folder).seal(content, as: "a.xml", mayChange: false) == nil)
    let other = try #require(ring.seal(content, as: "b.xml", mayChange: false))
    #expect(ring.open(SealedFile(header: other.header, sealed: file.sealed)) == nil)
  }
}
