package import Terminal

/// The screens as two functions over values.
package enum App {
  /// Takes a message and says what has to be done in the world.
  package static func update(_ model: inout AppModel, _ message: AppMessage) -> [AppEffect] {
    AppUpdate.take(message, &model)
  }

  /// What the terminal shows.
  package static func view(_ model: AppModel, size: Size) -> Frame {
    AppView.frame(model, size: size)
  }
}
