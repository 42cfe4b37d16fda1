/// The tables of a syntax tree while the parser fills them.
struct SyntaxBuilder {
  var nodes: [SyntaxTree.Node] = []
  var offsets: [Int32] = []
  var steps: [SyntaxTree.Step] = []
  var links: [Int32] = []
  var numbers: [Number] = []
  var texts: [String] = []
  var lookups: [SyntaxTree.Lookup] = []
  var top: Int32 = 0

  /// Notes how an index answers the first predicate of a step, when one can.
  mutating func addLookup(for step: SyntaxTree.Step) -> Int32 {
    guard let lookup = lookup(in: links[step.predicates[0]], isWhole: true) else { return -1 }
    lookups.append(lookup)
    return Int32(lookups.count - 1)
  }

  private func lookup(in place: Int32, isWhole: Bool) -> SyntaxTree.Lookup? {
    switch nodes[Int(place)] {
    case .binary(.equal, let left, let right):
      if let column = column(left), isIndependent(right) {
        return SyntaxTree.Lookup(column: column, value: right, isWhole: isWhole)
      }
      if let column = column(right), isIndependent(left) {
        return SyntaxTree.Lookup(column: column, value: left, isWhole: isWhole)
      }
      return nil
    case .binary(.and, let left, let right):
      guard !usesPosition(place) else { return nil }
      return lookup(in: left, isWhole: false) ?? lookup(in: right, isWhole: false)
    case .chain(let span) where links[span[1]] == Operator.and.rawValue:
      guard !usesPosition(place) else { return nil }
      for index in stride(from: 0, to: Int(span.count), by: 2) {
        if let found = lookup(in: links[span[index]], isWhole: false) { return found }
      }
      return nil
    default:
      return nil
    }
  }

  /// The name when the node is a path of just a child's name.
  private func column(_ place: Int32) -> Name? {
    guard case .path(.context, let span) = nodes[Int(place)], span.count == 1 else { return nil }
    let step = steps[Int(span.start)]
    guard step.axis == .child, step.predicates.count == 0, case .name(let name) = step.test else { return nil }
    return name
  }

  /// Whether the node gives the same value for every row.
  private func isIndependent(_ place: Int32) -> Bool {
    switch nodes[Int(place)] {
    case .number, .string: true
    case .variable: false
    case .negation(let operand, _): isIndependent(operand)
    case .binary(_, let left, let right): isIndependent(left) && isIndependent(right)
    case .chain(let span):
      stride(from: 0, to: Int(span.count), by: 2).allSatisfy { isIndependent(links[span[$0]]) }
    case .union(let span): links[span.range].allSatisfy { isIndependent($0) }
    case .path(.root, _): true
    case .path(.context, _): false
    case .path(.filter(let primary), _), .filter(let primary, _): isIndependent(primary)
    case .call(_, let name, let span):
      !Self.readsFocus(texts[Int(name)], count: span.count) && links[span.range].allSatisfy { isIndependent($0) }
    }
  }

  private func usesPosition(_ place: Int32) -> Bool {
    switch nodes[Int(place)] {
    case .number, .string, .variable: false
    case .negation(let operand, _): usesPosition(operand)
    case .binary(_, let left, let right): usesPosition(left) || usesPosition(right)
    case .chain(let span):
      stride(from: 0, to: Int(span.count), by: 2).contains { usesPosition(links[span[$0]]) }
    case .union(let span): links[span.range].contains { usesPosition($0) }
    case .path(.filter(let primary), _), .filter(let primary, _): usesPosition(primary)
    case .path: false
    case .call(_, let name, let span):
      Self.positional.contains(texts[Int(name)]) || links[span.range].contains { usesPosition($0) }
    }
  }

  private static let positional: Set<String> = ["position", "last", "random", "uuid"]

  private static func readsFocus(_ name: String, count: Int32) -> Bool {
    positional.contains(name) || name == "once" || (count == 0 && contextual.contains(name))
  }

  private static let contextual: Set<String> = [
    "string", "number", "string-length", "normalize-space", "name", "local-name", "namespace-uri",
  ]
}
