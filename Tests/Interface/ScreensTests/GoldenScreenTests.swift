import Messages
import Screens
import Terminal
import Testing

@Suite("Every screen at both sizes, in both languages")
struct GoldenScreenTests {
  private func golden(_ name: String, session: Bool = true, _ keys: (inout Script) -> Void) {
    for size in Golden.sizes {
      for language in Language.allCases {
        var script = session ? Script(size, language) : Script(size, language, session: nil)
        keys(&script)
        Golden.check(script.frame(), "\(name).\(language.rawValue)")
      }
    }
  }

  private func form(_ name: String, _ keys: (inout Script) -> Void) {
    golden("form-" + name) { script in
      script.open("BG24-003")
      keys(&script)
    }
  }

  @Test func firstStart() {
    golden("first-start", session: false) { $0.type("Lan") }
    golden("first-start-clock", session: false) { script in
      script.type("Lan")
      script.press(.enter, .enter, .enter)
    }
  }

  @Test func visits() {
    golden("visits") { $0.press(.down) }
    golden("visits-filter") { $0.type("dai son") }
    golden("visits-nothing") { $0.type("zzz") }
    golden("visits-commune") { $0.press(.control("g")) }
    golden("visit-forms") { script in script.press(.end, .up, .enter) }
    golden("visit-status") { $0.press(.character("x"), .character("5")) }
    golden("visit-add") { script in
      script.press(.character("n"))
      script.type("HTX chè Yên Thế")
      script.press(.enter, .enter)
    }
    golden("export") { $0.press(.character("e")) }
    golden("exported") { script in
      script.press(.character("e"), .enter)
      script.send(.exported(ExportSummary(folder: "/media/usb/batch-1", records: 1, files: 5, bytes: 48_123)))
    }
  }

  @Test func questions() {
    form("text") { $0.type("HTX miến dong Na Rì") }
    form("required") { $0.press(.enter) }
    form("select-one") { script in script.press(.down, .down) }
    form("select-list") { script in script.press(.down, .enter, .down) }
    form("date") { script in
      script.jump("ngay")
      script.type("18/1")
    }
    form("number-wrong") { script in
      script.jump("tong lao dong")
      script.type("1,234.5")
      script.press(.enter)
    }
    form("constraint") { script in
      script.jump("tong lao dong")
      script.type("12")
      script.press(.enter)
      script.type("15")
      script.press(.enter)
    }
    form("money") { script in
      script.jump("tong nguon")
      script.type("1,29 tỷ")
    }
    form("geopoint") { $0.jump("toa do") }
    form("time") { $0.jump("gio bat dau") }
    form("image") { $0.jump("anh xuong") }
    form("select-multiple") { script in
      script.jump("muc tieu")
      script.press(.character("1"), .character("3"))
    }
    form("rank") { script in
      script.jump("xep thu tu")
      script.press(.character("2"))
    }
    form("range") { script in
      script.jump("diem san")
      script.press(.right, .right)
    }
    form("acknowledge") { script in
      script.jump("da doc")
      script.press(.character(" "))
    }
  }

  @Test func listsOverTheForm() {
    form("choices") { script in
      script.press(.down, .down, .down, .down, .down)
      script.type("h")
    }
    form("rows") { script in
      script.jump("may moc du kien")
      script.press(.enter, .enter)
      script.type("Máy đùn miến")
      script.press(.enter, .enter)
      script.type("450 triệu")
      script.press(.enter)
    }
    form("row") { script in
      script.jump("may moc du kien")
      script.press(.enter, .enter)
    }
    form("jump") { $0.press(.function(5)) }
    form("problems") { $0.press(.function(4)) }
    form("note") { $0.press(.function(3)) }
    form("missing") { script in
      script.jump("tong lao dong")
      script.press(.function(6))
    }
    form("warning") { script in
      script.jump("tong nguon")
      script.type("5 triệu")
      script.press(.enter)
    }
    form("leave") { $0.press(.escape) }
    form("review") { $0.press(.control("r")) }
    form("palette") { $0.press(.function(2)) }
    form("help") { $0.press(.function(1)) }
  }
}

extension Script {
  /// What finds the questions of the sample in English.
  private static let english = [
    "ngay": "date", "tong lao dong": "workers", "tong nguon": "capital", "toa do": "coordinates",
    "gio bat dau": "start time", "anh xuong": "photo", "muc tieu": "purpose", "xep thu tu": "rank",
    "diem san": "readiness", "da doc": "conditions", "may moc du kien": "proposed",
  ]

  /// Goes to the question that a text finds in the list of all questions; the text is that of the Vietnamese labels.
  mutating func jump(_ text: String) {
    press(.function(5))
    type(app.language == .english ? Self.english[text] ?? text : text)
    press(.enter)
    let isOpen = frame().lines.first.map { $0.contains("Mục lục") || $0.contains("All questions") } ?? true
    if isOpen { Issue.record("no question is found by \(text)") }
  }
}
