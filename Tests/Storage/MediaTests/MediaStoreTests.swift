import Glibc
import Testing

@testable import Journal
@testable import Media

@Suite struct MediaStoreTests {
  /// A directory that goes away with the suite.
  private final class Folder: Sendable {
    let path: String
    init() {
      var template = Array("/tmp/khaosat-media-XXXXXX".utf8CString)
      path = template.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "." }
        return String(cString: made)
      }
    }
    deinit {
      for place in [path + "/a", path + "/b", path] {
        for entry in (try? FileSystem.live.list(place)) ?? [] where !entry.isDirectory {
          unlink(place + "/" + entry.name)
        }
        rmdir(place)
      }
    }
  }

  private let folder = Folder()
  private func store(_ name: String = "a", _ system: FileSystem = .live) -> MediaStore {
    MediaStore(directory: folder.path + "/" + name, fileSystem: system)
  }

  @Test func bytesComeBack() throws {
    let bytes = Array("ảnh".utf8)
    let name = try store().add(bytes, fileExtension: "JPG")
    #expect(name.fileName == ContentHash(of: bytes).hex + ".jpg")
    #expect(try store().contents(of: name) == bytes)
    #expect(try store().names() == [name])
    #expect(try store("b").names().isEmpty)
  }

  @Test func storingTwiceWritesOnce() throws {
    let name = try store().add([1, 2, 3], fileExtension: "bin")
    var system = FileSystem.live
    system.write = { _, _ throws(SystemFailure) in throw SystemFailure(.write, code: EIO, path: "") }
    #expect(try store("a", system).add([1, 2, 3], fileExtension: "bin") == name)
  }

  @Test func changedBytesAreRefusedAndCanBeReplaced() throws {
    let name = try store().add([1, 2, 3], fileExtension: "bin")
    try FileSystem.live.replace(store().path(of: name), with: [1, 2, 4])
    #expect(throws: MediaProblem.changed(name.fileName)) { try store().contents(of: name) }
    #expect(!store().isIntact(name))
    try store("b").add([1, 2, 3], fileExtension: "bin")
    #expect(try store().take(name, from: store("b")))
    #expect(store().isIntact(name))
    #expect(try !store().take(name, from: store("b")))
  }

  @Test(arguments: ["", "../x", "toolongext", "a.b", "ảnh"]) func oddExtensionsAreRefused(_ text: String) {
    #expect(throws: MediaProblem.badExtension(text)) { try store().add([1], fileExtension: text) }
  }

  @Test func afterAnyFailureNoHalfFileHasAName() throws {
    for failing in 1...12 {
      var system = FileSystem.live
      let counter = Counter()
      let live = FileSystem.live
      system.write = { file, bytes throws(SystemFailure) in
        try counter.step(failing, .write)
        return try live.write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(2)))
      }
      system.fsync = { file throws(SystemFailure) in
        try counter.step(failing, .fsync)
        try live.fsync(file)
      }
      system.rename = { old, new throws(SystemFailure) in
        try counter.step(failing, .rename)
        try live.rename(old, new)
      }
      _ = try? store("a", system).add([9, 8, 7, 6, UInt8(failing)], fileExtension: "bin")
      for name in try store().names() { #expect(store().isIntact(name)) }
    }
  }

  @Test func namesAreRead() {
    let hash = ContentHash(of: [])
    #expect(MediaName(fileName: hash.hex + ".xml") != nil)
    #expect(MediaName(fileName: hash.hex + ".xml.part") == nil)
    #expect(MediaName(fileName: "x.xml") == nil)
  }
}
