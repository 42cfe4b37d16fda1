internal import Messages
internal import Terminal

/// The table of keys. The key line, help and palette are read from it, so they are always true.
enum Bindings {
  /// Every binding.
  static let all: [Binding] = visits + form + lists + general

  private static let visits: [Binding] = [
    binding(.open, [.enter], [.visits, .visitsFilter, .visitForms], 1),
    binding(.addVisit, [.character("n"), .control("n"), .insert], [.visits], 2),
    binding(.group, [.character("g"), .control("g")], [.visits], 4),
    binding(.visitStatus, [.character("x"), .function(6), .control("t")], [.visits], 3),
    binding(.export, [.character("e"), .control("e")], [.visits], 5),
    binding(.exchange, [.character("s")], [.visits], 6),
    binding(.backup, [.character("u")], [.visits], 0),
    binding(.filter, [.character("/")], [.visits], 8),
    binding(.group, [.control("g")], [.visitsFilter], 0),
    binding(.addVisit, [.control("n"), .insert], [.visitsFilter], 3),
    binding(.visitStatus, [.control("t"), .function(6)], [.visitsFilter, .visitForms], 4),
    binding(.reopen, [.control("o")], [.visitForms], 3),
    binding(.close, [.escape], [.visitsFilter, .visitForms, .visitStatus, .addVisit, .export, .exchange], 2),
    binding(.choose, [.enter], [.visitStatus, .choices, .palette, .list, .inbox, .leave], 1),
    binding(.next, [.enter, .tab, .down], [.addVisit, .firstStart], 1),
    binding(.export, [.enter], [.export], 1),
    binding(.exchange, [.enter], [.exchange], 1),
    binding(.next, [.tab, .down], [.export], 3),
    binding(.previous, [.up, .backTab, .control("p")], [.addVisit, .firstStart, .export], 4),
    binding(.quit, [.function(10), .control("q")], [.visits, .visitsFilter, .firstStart], 7),
  ]

  private static let forms: Set<KeyContext> = [.form, .finishedForm, .readOnlyForm]
  private static let lookers = forms.union([.rows, .fixedRows, .review])

  private static let form: [Binding] = [
    binding(.next, [.enter, .tab], forms, 1),
    binding(.previous, [.up, .backTab, .control("p"), .alt("b")], forms, 2),
    binding(.jump, [.function(5), .control("g")], lookers, 3),
    binding(.problems, [.function(4), .control("e")], lookers, 4),
    binding(.note, [.function(3), .control("n")], [.form], 5),
    binding(.inbox, [.function(9), .control("f")], [.form], 0),
    binding(.missing, [.function(6), .control("d")], [.form], 6),
    binding(.missingRefused, [.function(7)], [.form], 0),
    binding(.missingNotApplicable, [.function(8)], [.form], 0),
    binding(.review, [.control("r")], lookers.subtracting([.review]), 7),
    binding(.reopen, [.control("o")], [.finishedForm], 5),
    binding(.reopen, [.control("o")], [.review, .fixedRows], 0),
    binding(.undo, [.control("z")], [.form, .rows, .fixedRows, .review], 0),
    binding(.redo, [.control("y")], [.form, .rows, .fixedRows, .review], 0),
    binding(.clear, [.control("x")], [.form], 0),
    binding(.menu, [.escape, .control("c")], forms, 8),
    binding(.toList, [.alt("l"), .function(12)], lookers, 0),
    binding(.quit, [.function(10), .control("q")], lookers, 9),
  ]

  private static let lists: [Binding] = [
    binding(.open, [.enter], [.rows, .fixedRows, .review], 1),
    binding(.next, [.tab], [.rows, .fixedRows], 2),
    binding(.remove, [.delete], [.rows], 4),
    binding(.toggle, [.character(" ")], [.multipleChoices], 1),
    binding(.done, [.enter, .tab], [.multipleChoices], 2),
    binding(.close, [.escape], [.multipleChoices], 3),
    binding(.reopen, [.enter], [.reopening], 1),
    binding(
      .close, [.escape],
      [.rows, .fixedRows, .reopening, .choices, .list, .inbox, .note, .review, .leave, .palette, .help], 2),
    binding(.folder, [.tab], [.inbox], 3),
    binding(.close, [.enter, .escape], [.report], 1),
    binding(.toggle, [.character(" ")], [.addVisit], 3),
    binding(.next, [.enter], [.note], 1),
    binding(
      .quit, [.function(10), .control("q")], [.visitForms, .visitStatus, .addVisit, .export, .exchange, .report], 0),
  ]

  private static let general: [Binding] = [
    binding(
      .palette, [.function(2), .control("k")], Set(KeyContext.allCases).subtracting([.firstStart, .palette, .help]), 0),
    binding(.help, [.function(1), .control("_")], Set(KeyContext.allCases), 10),
    binding(.language, [.alt("v"), .control("\\")], Set(KeyContext.allCases), 0),
    binding(.typing, [.alt("z"), .control(" ")], Set(KeyContext.allCases), 0),
    binding(.repaint, [.control("l")], Set(KeyContext.allCases), 0),
    binding(.lock, [.alt("k")], Set(KeyContext.allCases).subtracting([.firstStart]), 0),
    binding(.suspend, [], Set(KeyContext.allCases), 0),
  ]

  private static func binding(_ command: Command, _ keys: [Key], _ contexts: Set<KeyContext>, _ rank: Int) -> Binding {
    Binding(command: command, keys: keys, contexts: contexts, rank: rank)
  }

  /// What a key asks for in a context.
  static func command(for key: Key, in context: KeyContext) -> Command? {
    all.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.command
  }

  /// The bindings of a context, each command once; locking only where the store is protected.
  static func bindings(of context: KeyContext, isProtected: Bool = false) -> [Binding] {
    var seen: Set<Command> = isProtected ? [] : [.lock]
    return all.filter { $0.contexts.contains(context) && seen.insert($0.command).inserted }
  }

  /// The bindings of the key line, the most needed first.
  static func keyLine(of context: KeyContext) -> [Binding] {
    bindings(of: context).filter { $0.rank > 0 }.sorted { $0.rank < $1.rank }
  }
}
