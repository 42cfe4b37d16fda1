import Expressions
import FormFiles
import Forms
import Foundation
import Messages
import Responses
import Screens
import Terminal
import Testing

/// The screens with a form and a list, driven by keys; effects are answered as the program would.
struct Script {
  var app: AppModel
  var effects: [AppEffect] = []
  private var clock: Int64 = 1_800_240_127_000

  init(
    _ size: Size, _ language: Language,
    session: Session? = Session(person: "Nguyễn Thị Lan", team: "Đoàn 1", laptop: "M1"),
    opened: OpenedRecord? = nil, board: VisitBoard = Samples.board, exchangeFolder: String = "",
    inboxFolder: String = ""
  ) {
    app = AppModel(
      AppStart(
        size: size, language: language, now: Self.moment(1_800_240_127_000), session: session, suggestedLaptop: "may-3",
        board: board, exportFolder: "/media/usb", exchangeFolder: exchangeFolder,
        inboxFolder: inboxFolder, resumed: opened))
  }

  static func moment(_ milliseconds: Int64) -> Moment {
    Moment(
      milliseconds: milliseconds, zone: .fixed(minutes: 420), seed: UInt64(milliseconds), deviceID: "m1",
      properties: [:])
  }

  /// Presses keys one second apart.
  mutating func press(_ keys: Key...) {
    for key in keys {
      clock += 1000
      send(.key(key, Self.moment(clock)))
    }
  }

  /// Types a text.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// Sends a message and answers its effects.
  mutating func send(_ message: AppMessage) {
    let new = App.update(&app, message)
    effects += new
    for effect in new {
      switch effect {
      case .record(_, let changes): send(.saved(count: changes.count, at: Self.moment(clock)))
      case .openRecord(let visit, _, _): open(visit)
      case .startSession(let session): send(.sessionStarted(session))
      default: break
      }
    }
  }

  mutating func open(_ visit: String) {
    guard let response = Samples.response else { return }
    send(.recordOpened(OpenedRecord(record: "r1", visit: visit, response: response)))
  }

  func frame() -> Frame { App.view(app, size: app.size) }
}
