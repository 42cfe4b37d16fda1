/// What the terminal at hand can show.
package struct Capabilities: Equatable, Sendable {
  /// Only ASCII: the locale, the font or the person says so.
  package var isAscii = false
  /// Colours may be used.
  package var hasColours = false
  /// The Linux console, where fonts lack signs.
  package var isConsole = false
  /// The console's font lacks Vietnamese letters.
  package var hasPoorFont = false
  /// The locale asked for is not installed.
  package var isOtherLocale = false

  /// A terminal that shows everything in one colour.
  package init() {}
}
