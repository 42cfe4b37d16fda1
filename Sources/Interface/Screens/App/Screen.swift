internal import Expressions
internal import Messages
internal import Terminal
internal import Vietnamese

/// One screen on the stack: its own state, what its keys do, and how it looks between the fixed lines.
protocol Screen: Sendable {
  /// Which commands its keys may mean now.
  var context: KeyContext { get }
  /// Takes a key that the screens below never see.
  mutating func take(_ press: Press, in app: inout AppModel) -> Step
  /// The top line.
  func title(_ app: AppModel) -> TitleLine
  /// What the message line says when there is no notice.
  func message(_ app: AppModel) -> MessageLine?
  /// The left part of the state line.
  func state(_ app: AppModel) -> String
  /// How Vietnamese is typed where the cursor stands.
  func typing(_ app: AppModel) -> TypingMethod?
  /// Commands whose keys do nothing now: the key line leaves them out.
  func idle(_ app: AppModel) -> Set<Command>
  /// Draws the rest.
  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame)
}

extension Screen {
  /// Nothing to say unless the screen has something.
  func message(_ app: AppModel) -> MessageLine? { nil }
  /// No state of its own unless the screen has one.
  func state(_ app: AppModel) -> String { "" }
  /// Every key does something.
  func idle(_ app: AppModel) -> Set<Command> { [] }
  /// As the person wants it everywhere.
  func typing(_ app: AppModel) -> TypingMethod? { app.typing }
}

/// The top line: left part, right part, and a second line where there is room.
struct TitleLine: Equatable, Sendable {
  var left: String
  var right = ""
}

/// The message line: a text and how it looks.
struct MessageLine: Equatable, Sendable {
  var text: String
  var style: Style = .hint
}

/// A key, what it asks for here, and when it was pressed.
struct Press: Sendable {
  let key: Key
  let command: Command?
  let moment: Moment
}

/// What becomes of a screen after a key.
struct Step {
  /// The screen stays, goes, or gives place.
  enum Next {
    case stay, close
    case push(any Screen)
    case replace(any Screen)
  }

  var next: Next
  var effects: [AppEffect]

  /// Stays, and asks for something.
  static func stay(_ effects: [AppEffect] = []) -> Step { Step(next: .stay, effects: effects) }
  /// Closes, and asks for something.
  static func close(_ effects: [AppEffect] = []) -> Step { Step(next: .close, effects: effects) }
  /// Puts a screen on top.
  static func push(_ screen: any Screen, _ effects: [AppEffect] = []) -> Step {
    Step(next: .push(screen), effects: effects)
  }
  /// Gives place to a screen.
  static func replace(_ screen: any Screen, _ effects: [AppEffect] = []) -> Step {
    Step(next: .replace(screen), effects: effects)
  }
}
