/// The tables of a syntax tree, shared by all copies of a formula. Evaluation extends it.
final class SyntaxBody: Sendable {
  let nodes: [SyntaxTree.Node]
  let offsets: [Int32]
  let steps: [SyntaxTree.Step]
  let links: [Int32]
  let numbers: [Number]
  let texts: [String]
  let lookups: [SyntaxTree.Lookup]
  let top: Int32

  init(_ builder: SyntaxBuilder) {
    nodes = builder.nodes
    offsets = builder.offsets
    steps = builder.steps
    links = builder.links
    numbers = builder.numbers
    texts = builder.texts
    lookups = builder.lookups
    top = builder.top
  }

  func problem(_ code: ExpressionProblem.Code, at place: Int32, _ arguments: [String]) -> ExpressionProblem {
    ExpressionProblem(code, at: Int(offsets[Int(place)]), arguments)
  }
}
