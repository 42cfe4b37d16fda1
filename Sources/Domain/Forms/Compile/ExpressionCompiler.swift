internal import Expressions

/// Reads the expressions of a form once, and gathers what is wrong with them.
struct ExpressionCompiler {
  private static let followsLanguage: Set<String> = ["jr:choice-name", "jr:itext", "format-date", "format-date-time"]
  private static let drawsRandomly: Set<String> = ["random", "uuid", "randomize"]

  /// An expression as it was read, with what holds wherever it stands.
  private struct Reading {
    let formula: Formula
    let problems: [ExpressionProblem]
    let patternProblems: [ExpressionProblem]
    /// The paths that calls of indexed-repeat name.
    let rowPaths: [(at: Int, paths: [String?])]
    let readsLanguage: Bool
    let readsSeed: Bool

    init(_ formula: Formula) {
      self.formula = formula
      problems = formula.problems
      let called = formula.tree.calledNames
      patternProblems = called.contains("regex") ? formula.patternProblems : []
      rowPaths = called.contains("indexed-repeat") ? formula.absolutePaths(ofCallsOf: "indexed-repeat") : []
      readsLanguage = called.contains { followsLanguage.contains($0) }
      readsSeed = called.contains { drawsRandomly.contains($0) }
    }

    func compiled(_ source: SourceText) -> CompiledFormula {
      CompiledFormula(source: source, formula: formula, readsLanguage: readsLanguage, readsSeed: readsSeed)
    }
  }

  private(set) var problems: [FormProblem] = []
  /// Expressions read so far, by text: many rows say the same.
  private var known: [String: Reading] = [:]

  /// The expression that stands at a node; nothing when it cannot be read.
  mutating func compile(_ source: SourceText, at context: Int, in tree: NameTree) -> CompiledFormula? {
    let expanded = ReferenceExpander.expand(source, at: context, in: tree)
    return compile(expanded, source: source, in: tree)
  }

  /// The same around a text that stands inside a longer expression, such as a choice filter.
  mutating func compile(
    _ source: SourceText, at context: Int, in tree: NameTree, between before: String, and after: String
  ) -> CompiledFormula? {
    let expanded = ReferenceExpander.expand(source, at: context, in: tree, asPredicate: true)
    guard let alone = compile(expanded, source: source, in: tree),
      let whole = try? Formula(parsing: before + expanded.text + after)
    else { return nil }
    return Reading(whole).compiled(alone.source)
  }

  /// The same once more, for an expression whose problems are known already.
  func compileQuietly(
    _ source: SourceText, at context: Int, in tree: NameTree, between before: String, and after: String
  ) -> CompiledFormula? {
    var quiet = self
    return quiet.compile(source, at: context, in: tree, between: before, and: after)
  }

  /// An expression that the engine itself writes.
  func made(_ text: String, at position: SourcePosition) -> CompiledFormula? {
    guard let formula = try? Formula(parsing: text) else { return nil }
    return Reading(formula).compiled(SourceText(text, at: position))
  }

  /// A translated text, cut into literals and expressions.
  mutating func compile(_ text: Localised, at context: Int, in tree: NameTree) -> NodeText {
    var templates: [TextTemplate] = []
    for entry in text.entries {
      templates.append(TextTemplate(language: entry.language, parts: parts(of: entry.text, at: context, in: tree)))
    }
    return NodeText(source: text, templates: templates)
  }

  private mutating func parts(of source: SourceText, at context: Int, in tree: NameTree) -> [TextTemplate.Part] {
    guard source.text.utf8.contains(UInt8(ascii: "$")), source.text.contains("${") else {
      return [.literal(source.text)]
    }
    var parts: [TextTemplate.Part] = []
    var rest = source.text[...]
    while let start = rest.range(of: "${") {
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
      if start.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<start.lowerBound]))) }
      let inner = rest[start.upperBound..<end]
      let offset = source.text.unicodeScalars.distance(from: source.text.startIndex, to: start.lowerBound)
      let written = inner.hasPrefix("=") ? String(inner.dropFirst()) : "${" + inner + "}"
      let expression = SourceText(written, at: source.position.advanced(by: offset))
      if let formula = compile(expression, at: context, in: tree) { parts.append(.formula(formula)) }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    return parts
  }

  private mutating func compile(_ expanded: ExpandedExpression, source: SourceText, in tree: NameTree)
    -> CompiledFormula?
  {
    problems += expanded.problems
    let reading: Reading
    if let read = known[expanded.text] {
      reading = read
    } else {
      do {
        reading = Reading(try Formula(parsing: expanded.text))
      } catch {
        problems.append(problem(error, in: expanded, source: source))
        return nil
      }
      known[expanded.text] = reading
    }
    for fault in reading.patternProblems { problems.append(problem(fault, in: expanded, source: source)) }
    for call in reading.rowPaths {
      guard let wrong = Self.path(notAround: call.paths, in: tree) else { continue }
      let position = source.position(after: expanded.original(of: call.at))
      problems.append(FormProblem(.badIndexedRepeat, at: position, [wrong]))
    }
    for fault in reading.problems { problems.append(problem(fault, in: expanded, source: source)) }
    guard reading.problems.isEmpty, !expanded.problems.contains(where: { !$0.code.isWarning }) else { return nil }
    return reading.compiled(source)
  }

  /// The path among the arguments of indexed-repeat that does not lie around the first one.
  private static func path(notAround paths: [String?], in tree: NameTree) -> String? {
    guard let written = paths.first, let target = written, tree.at(target) != nil else { return nil }
    for place in stride(from: 1, to: paths.count, by: 2) {
      guard let path = paths[place], tree.at(path) != nil else { continue }
      if !target.hasPrefix(path + "/") { return path }
    }
    return nil
  }

  private func problem(_ fault: ExpressionProblem, in expanded: ExpandedExpression, source: SourceText) -> FormProblem {
    let code: FormProblemCode =
      switch fault.code {
      case .unknownFunction: .unknownFunction
      case .arity: .wrongArity
      case .pattern: fault.isBrokenPattern ? .badPattern : .unknownPattern
      default: .expressionSyntax
      }
    let offset = expanded.original(of: fault.at)
    return FormProblem(code, at: source.position(after: offset), fault.arguments, expression: fault)
  }
}

extension StringProtocol {
  /// The first place of a short text.
  fileprivate func range(of wanted: String) -> Range<Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(wanted) { return place..<index(place, offsetBy: wanted.count) }
      place = index(after: place)
    }
    return nil
  }
}
