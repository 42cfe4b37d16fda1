/// A parsed expression: flat tables of nodes that name each other by place.
package struct SyntaxTree: Sendable, Equatable {
  /// A stretch of `links`.
  struct Span: Sendable, Equatable {
    var start: Int32
    var count: Int32

    static let none = Span(start: 0, count: 0)
    var range: Range<Int> { Int(start)..<Int(start + count) }
    subscript(_ index: Int) -> Int { Int(start) + index }
  }

  /// What a path starts from.
  enum Start: Sendable, Equatable {
    case root
    case context
    case filter(Int32)
  }

  /// A node. Operands, arguments and predicates are places of other nodes.
  enum Node: Sendable, Equatable {
    case number(Int32)
    case string(Int32)
    case variable(Int32)
    case negation(Int32, isOdd: Bool)
    case binary(Operator, Int32, Int32)
    /// Operands and operators of one level in turn.
    case chain(Span)
    case union(Span)
    case path(Start, Span)
    case filter(Int32, Span)
    case call(entry: Int32, name: Int32, Span)
  }

  /// Which nodes a step takes.
  enum Test: Sendable, Equatable {
    case name(Name)
    /// A name that is not interned, by its place in `texts`.
    case spelled(Int32)
    case prefix(Int32)
    case any
    case node
    case text
    case nothing
  }

  /// A predicate that a hash index answers: `column` of a row is compared with what `value` gives once.
  struct Lookup: Sendable, Equatable {
    var column: Name
    var value: Int32
    /// The comparison is the whole predicate.
    var isWhole: Bool
  }

  /// A location step.
  struct Step: Sendable, Equatable {
    var axis: Axis
    var test: Test
    var predicates: Span
    var at: Int32
    /// How an index answers the first predicate.
    var lookup: Int32 = -1
  }

  let body: SyntaxBody

  init(_ builder: SyntaxBuilder) {
    body = SyntaxBody(builder)
  }

  /// Two trees are equal when they were read from equal expressions.
  package static func == (left: SyntaxTree, right: SyntaxTree) -> Bool {
    left.body === right.body
      || (left.body.nodes == right.body.nodes && left.body.steps == right.body.steps
        && left.body.links == right.body.links && left.body.texts == right.body.texts
        && left.body.top == right.body.top && left.body.offsets == right.body.offsets)
  }
}
