import Expressions
import Messages
import Screens
import Terminal
import Testing

@Suite("The locked screen")
struct LockScreenTests {
  private let wrong = ProblemPhrase(
    "wrong-passphrase", ("Mật khẩu không đúng", "The passphrase is wrong"), wayOut: ("Nhập lại", "Type it again"))

  private func golden(
    _ name: String, _ idleMinutes: Int? = nil, unsaved: Bool = false, _ keys: (inout LockModel) -> Void
  ) {
    for size in Golden.sizes {
      for language in Language.allCases {
        var lock = LockModel(language: language, idleMinutes: idleMinutes, hasUnsaved: unsaved)
        keys(&lock)
        Golden.check(LockView.frame(lock, size: size), "\(name).\(language.rawValue)")
      }
    }
  }

  private func type(_ text: String, _ lock: inout LockModel) {
    for character in text { _ = lock.take(.character(character)) }
  }

  @Test func looks() {
    golden("lock") { type("mật", &$0) }
    golden("lock-idle", 10) { _ in }
    golden("lock-unsaved", unsaved: true) { _ in }
    golden("lock-wrong") { lock in
      type("sai", &lock)
      _ = lock.take(.enter)
      lock.refuse(wrong)
    }
  }

  @Test func nothingTypedIsShown() {
    var lock = LockModel(language: .vietnamese)
    type("zzQ9", &lock)
    let text = LockView.frame(lock, size: Size(columns: 80, rows: 24)).lines.joined()
    #expect(!text.contains("zz") && !text.contains("Q9") && text.contains("••••"))
  }

  @Test func keys() {
    var lock = LockModel(language: .vietnamese)
    #expect(lock.take(.enter) == .nothing)
    type("mật khẩ", &lock)
    #expect(lock.take(.character("u")) == .nothing)
    #expect(lock.take(.enter) == .open("mật khẩu"))
    lock.refuse(wrong)
    #expect(lock.take(.enter) == .nothing)
    #expect(lock.take(.alt("v")) == .nothing && lock.language == .english)
    for key in [Key.function(1), .function(2), .escape, .control("k"), .alt("k"), .tab] {
      #expect(lock.take(key) == .nothing)
    }
    #expect(lock.take(.control("l")) == .repaint && lock.take(.function(10)) == .quit)
  }

  @Test func onlyAProtectedStoreIsLocked() {
    for isProtected in [false, true] {
      var start = AppStart(
        size: Size(columns: 80, rows: 24), language: .english, now: Script.moment(1_800_240_127_000),
        session: Session(person: "Lan", team: "1", laptop: "A"))
      start.isProtected = isProtected
      var app = AppModel(start)
      let effects = App.update(&app, .key(.alt("k"), Script.moment(1_800_240_127_000)))
      #expect(effects.contains(.lock) == isProtected)
      _ = App.update(&app, .key(.function(1), Script.moment(1_800_240_127_000)))
      let help = App.view(app, size: Size(columns: 80, rows: 60)).lines.joined(separator: "\n")
      #expect(help.contains("Lock the screen") == isProtected)
    }
  }
}
