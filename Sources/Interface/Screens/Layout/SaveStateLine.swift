internal import Messages
internal import Terminal

/// What the state line says about saving.
enum SaveStateLine {
  /// The words and their style; the alarm comes first.
  static func text(_ app: AppModel, isCompact: Bool) -> (text: String, style: Style) {
    if app.saving.failure != nil { return (CommonPhrase.notSaved.text(in: app.language), .focus) }
    if app.readOnlyReason != nil || app.form?.isReadOnly == true {
      return (CommonPhrase.readOnly.text(in: app.language), .warning)
    }
    if app.saving.waiting > 0 { return (CommonPhrase.saving.text(in: app.language), .hint) }
    guard let moment = app.saving.lastSaved else { return ("", .hint) }
    let time = LocalTime(moment)
    return (CommonPhrase.saved(time: isCompact ? time.shortClock : time.clock).text(in: app.language), .ok)
  }
}
