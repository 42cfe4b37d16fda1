import Foundation
import JSON
import Testing

extension TerminalTests {
  @Suite("Photos and exchange on the screens, with a real program in a real terminal")
  struct ExchangeTests {
    @Test("A photo out of the inbox reaches another laptop through the stick")
    func photo() throws {
      let desk = try Desk()
      try desk.folder.write("khaosat-anh/IMG_0001.jpg", "the older picture")
      let newest = try desk.folder.write("khaosat-anh/IMG_0002.jpg", "the newer picture")
      try desk.folder.write("khaosat-anh/ghi-am.m4a", "a voice")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: 3600)], ofItemAtPath: newest)
      let stick = desk.folder.path("usb")
      try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)

      let screen = try desk.start()
      try Desk.introduce("Hoàng Thị Lan", on: screen)
      try Desk.open("bg24-002", on: screen)
      try screen.press("F5")
      try screen.type("anh nha xuong")
      try screen.wait(for: "Ảnh nhà xưởng")
      try screen.press("Enter")
      try screen.wait(for: "F9 chọn trong hộp tệp")
      try screen.press("F9")
      let list = try screen.wait(for: "▸ IMG_0002.jpg")
      #expect(!list.contains("ghi-am"))
      try screen.press("Enter")
      try screen.wait(until: "the answer is saved") { !$0.contains("Chọn tệp") && $0.contains("đã lưu") }
      try screen.press("M-l")
      try screen.wait(for: "nhóm theo ngày")

      // The first time a folder is asked for; a wrong one is corrected on the spot.
      try screen.press("s")
      try screen.wait(for: "▸ Thư mục")
      try screen.send([.text(stick + "x"), .key("Enter")])
      try screen.wait(for: "Không có thư mục")
      try screen.send([.key("BSpace"), .key("Enter")])
      try screen.wait(for: "Đã đồng bộ xong")
      try screen.press("Escape")
      try screen.wait(for: "nhóm theo ngày")
      try screen.press("F10")
      try screen.waitForEnd()

      let other = try TemporaryFolder()
      let store = ["--store", other.path("store")]
      #expect(try Program.run(["sync", "folder", stick] + store).exit == 0)
      let records = try JSONValue(parsing: Program.run(["records", "--json"] + store).output)
      #expect(records.arrayValue?.count == 1)
      let media = try FileManager.default.contentsOfDirectory(atPath: other.path("store/media"))
      #expect(media.count == 1)
      let name = try #require(media.first)
      #expect(try String(contentsOfFile: other.path("store/media/" + name), encoding: .utf8) == "the newer picture")
      #expect(try Program.run(["verify"] + store).exit == 0)
    }
  }
}
