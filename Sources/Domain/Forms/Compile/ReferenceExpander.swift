/// Puts paths in place of `${name}`, and makes absolute paths into the own row of a repeat relative, as the engines people use do.
struct ReferenceExpander {
  /// What a bracket was opened for.
  private enum Frame {
    /// A call of a function, at its so-manieth argument.
    case call(String, argument: Int)
    case predicate
  }

  /// Functions that take several nodes where others need one value.
  private static let takesManyNodes: Set<String> = [
    "sum", "count", "count-non-empty", "max", "min", "join", "concat", "indexed-repeat", "position", "randomize",
    "area", "distance", "checklist", "weighted-checklist", "depend", "geofence", "intersects", "boolean", "not",
  ]

  private let tree: NameTree
  private let context: Int
  private let source: SourceText
  private let scalars: [Unicode.Scalar]
  private let root: String
  private var place = 0
  private var taken = 0
  private var frames: [Frame]
  private var result = ExpandedExpression()

  /// Expands an expression that stands at a node; a choice filter stands inside a predicate already.
  static func expand(_ source: SourceText, at context: Int, in tree: NameTree, asPredicate: Bool = false)
    -> ExpandedExpression
  {
    if isPlain(source.text, in: tree) { return ExpandedExpression(whole: source.text) }
    var expander = ReferenceExpander(source: source, context: context, tree: tree, asPredicate: asPredicate)
    return expander.run()
  }

  /// Whether nothing in a text is replaced: no references, no paths that a repeat makes relative, no names of choices.
  private static func isPlain(_ text: String, in tree: NameTree) -> Bool {
    let isPathFree = !tree.hasRepeats
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"), UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"): if !isPathFree { return false }
      default: continue
      }
    }
    return true
  }

  private init(source: SourceText, context: Int, tree: NameTree, asPredicate: Bool) {
    self.tree = tree
    self.context = context
    self.source = source
    scalars = Array(source.text.unicodeScalars)
    root = tree.nodes.first?.name ?? ""
    frames = asPredicate ? [.predicate] : []
  }

  private var isInPredicate: Bool {
    frames.contains { if case .predicate = $0 { true } else { false } }
  }

  /// Whether the place is an argument of indexed-repeat that names nodes in general and not those of the own row.
  private var namesAllRows: Bool {
    guard case .call("indexed-repeat", let argument)? = frames.last else { return false }
    return argument == 0 || argument % 2 == 1
  }

  private mutating func run() -> ExpandedExpression {
    while place < scalars.count {
      switch scalars[place] {
      case "'", "\"": literal()
      case "$" where next == "{": reference()
      case "(": open()
      case "[": push(.predicate)
      case ")", "]":
        frames.removeLast(frames.isEmpty ? 0 : 1)
        place += 1
      case ",": comma()
      case "/": absolutePath()
      default: place += 1
      }
    }
    flush()
    return result
  }

  private var next: Unicode.Scalar? { place + 1 < scalars.count ? scalars[place + 1] : nil }

  private mutating func flush() {
    result.take(scalars[taken..<place])
    taken = place
  }

  private mutating func push(_ frame: Frame) {
    frames.append(frame)
    place += 1
  }

  private mutating func open() {
    var start = place
    while start > 0, Self.isNamePart(scalars[start - 1]) || scalars[start - 1] == ":" { start -= 1 }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[start..<place])
    push(.call(String(name), argument: 0))
  }

  private mutating func comma() {
    if case .call(let name, let argument)? = frames.last {
      frames[frames.count - 1] = .call(name, argument: argument + 1)
    }
    place += 1
  }

  /// A literal is taken over; references inside become absolute paths, and a choice name's relative path too.
  private mutating func literal() {
    let quote = scalars[place]
    place += 1
    if case .call("jr:choice-name", let argument)? = frames.last, argument == 1,
      let end = scalars[place...].firstIndex(of: quote), let path = absolute(scalars[place..<end])
    {
      flush()
      result.put(path, for: place)
      place = end
      taken = end
    }
    while place < scalars.count, scalars[place] != quote {
      if scalars[place] == "$", next == "{" {
        reference(isLiteral: true)
      } else {
        place += 1
      }
    }
    place = min(place + 1, scalars.count)
  }

  /// The absolute path for a relative one written inside a literal.
  private func absolute(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    var written = String.UnicodeScalarView()
    written.append(contentsOf: text)
    let steps = String(written).split(separator: "/").map { $0.filter { !$0.isWhitespace } }
    guard steps.first == ".." || steps.first == "." || steps.first == "current()" else { return nil }
    var node: Int? = context
    for step in steps where step != "." && step != "current()" {
      guard let current = node else { return nil }
      node = step == ".." ? tree[current].parent : tree.child(step, of: current)
    }
    return node.map { tree[$0].path }
  }

  private mutating func reference(isLiteral: Bool = false) {
    guard let end = scalars[place...].firstIndex(of: "}") else {
      place += 1
      return
    }
    flush()
    var written = String.UnicodeScalarView()
    written.append(contentsOf: scalars[(place + 2)..<end])
    let name = String(written).filter { !$0.isWhitespace }
    let start = place
    place = end + 1
    taken = place
    result.put(path(for: name, at: start, isLiteral: isLiteral), for: start)
  }

  private mutating func path(for name: String, at start: Int, isLiteral: Bool) -> String {
    let saved = "last-saved#"
    let isSaved = name.hasPrefix(saved)
    let bare = isSaved ? String(name.dropFirst(saved.count)) : name
    let found = tree.named(bare)
    let position = source.position.advanced(by: start)
    guard let target = found.first else {
      result.add(FormProblem(.unknownReference, at: position, [bare, tree.nearest(to: bare) ?? ""]))
      return "/" + root
    }
    if found.count > 1 {
      result.add(FormProblem(.ambiguousReference, at: position, [bare, String(found.count)]))
    }
    if isSaved { return "instance('__last-saved')" + tree[target].path }
    if isLiteral || namesAllRows { return tree[target].path }
    if isScalarPlace, !sharesRow(with: target) {
      result.add(FormProblem(.repeatedReference, at: position, [bare]))
    }
    return tree.expression(for: target, at: context, inPredicate: isInPredicate)
  }

  /// Whether one value is needed at the place.
  private var isScalarPlace: Bool {
    if isInPredicate { return false }
    if place < scalars.count, scalars[place] == "/" || scalars[place] == "[" { return false }
    return !frames.contains { frame in
      if case .call(let name, _) = frame { Self.takesManyNodes.contains(name) } else { false }
    }
  }

  /// Whether all repeats around the target are those of the context.
  private func sharesRow(with target: Int) -> Bool {
    let around = tree[target].parent.map(tree.rows(at:)) ?? []
    return tree.rows(at: context).starts(with: around)
  }

  private mutating func absolutePath() {
    let start = place
    place += 1
    guard beginsPath(at: start), !namesAllRows else { return }
    var end = start
    while end < scalars.count, scalars[end] == "/" || Self.isNamePart(scalars[end]) { end += 1 }
    if end < scalars.count, scalars[end] == "(" || scalars[end] == ":" { return }
    var written = String.UnicodeScalarView()
    written.append(contentsOf: scalars[start..<end])
    guard let target = tree.at(String(written)), tree.sharedRepeat(context: context, target: target) != nil else {
      place = end
      return
    }
    place = start
    flush()
    result.put(tree.expression(for: target, at: context, inPredicate: isInPredicate), for: start)
    place = end
    taken = end
  }

  /// Whether a slash begins a path rather than going on with one.
  private func beginsPath(at slash: Int) -> Bool {
    var before = slash - 1
    while before >= 0, scalars[before].properties.isWhitespace { before -= 1 }
    guard before >= 0 else { return true }
    let last = scalars[before]
    if last == ")" || last == "]" || last == "." || last == "/" || last == "}" || last == "*" && before == slash - 1 {
      return false
    }
    guard Self.isNamePart(last) else { return true }
    guard before < slash - 1 else { return false }
    var start = before
    while start > 0, Self.isNamePart(scalars[start - 1]) { start -= 1 }
    return ["and", "or", "div", "mod"].contains { Array($0.unicodeScalars) == Array(scalars[start...before]) }
  }

  /// Whether a character can stand inside a name.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
    default: scalar.value > 127 && (scalar.properties.isXIDContinue)
    }
  }
}
