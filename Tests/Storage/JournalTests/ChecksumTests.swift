import CChecksum
import TestSupport
import Testing

@testable import Journal

@Suite struct ChecksumTests {
  @Test func knownValues() {
    // RFC 3720, appendix B.4.
    #expect(crc([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(crc([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(crc(Array(0..<32)) == 0x46DD_794E)
    #expect(crc(Array("123456789".utf8)) == 0xE306_9283)
  }

  @Test func tableAndInstructionAgree() {
    var random = SeededGenerator()
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(crc(bytes) == bytes.withUnsafeBytes { khaosat_crc32c_table(0, $0.baseAddress, $0.count) })
    }
  }

  @Test func sha256OfNothingAndOfAbc() {
    #expect(ContentHash(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      ContentHash(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(LineHash(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223")
    #expect(LineHash(hex: "ba7816bf8f01cfea414140de5dae2223") == LineHash(of: Array("abc".utf8)))
    #expect(LineHash(hex: "BA7816bf8f01cfea414140de5dae2223") == nil)
  }

  private func crc(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { khaosat_crc32c(0, $0.baseAddress, $0.count) } }
}
