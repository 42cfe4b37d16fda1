/// Names one node of a filled form by row ids, as the journal writes it: `/data/may{7f3a}/gia`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// One name of the path, with the row it goes through.
  package struct Step: Hashable, Sendable {
    /// Element name.
    package let name: String
    /// The row, when the name is a repeat and one of its rows is meant.
    package let row: RowID?

    /// A step.
    package init(_ name: String, row: RowID? = nil) {
      self.name = name
      self.row = row
    }
  }

  /// The steps from the root.
  package let steps: [Step]

  /// A path of at least one step.
  package init?(steps: [Step]) {
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// For paths whose steps are known not to be empty.
  init(known steps: [Step]) { self.steps = steps }

  /// Reads `/data/may{7f3a}/gia`.
  package init?(_ text: String) {
    guard text.hasPrefix("/") else { return nil }
    var steps: [Step] = []
    for piece in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let brace = piece.firstIndex(of: "{") else {
        guard !piece.isEmpty, !piece.contains("}") else { return nil }
        steps.append(Step(String(piece)))
        continue
      }
      guard brace > piece.startIndex, piece.hasSuffix("}"),
        let row = RowID(String(piece[piece.index(after: brace)...].dropLast()))
      else { return nil }
      steps.append(Step(String(piece[..<brace]), row: row))
    }
    self.init(steps: steps)
  }

  /// The path as the journal writes it.
  package var description: String {
    var text = ""
    for step in steps {
      text += "/" + step.name
      if let row = step.row { text += "{" + row.raw + "}" }
    }
    return text
  }

  /// The last name.
  package var name: String { steps.last?.name ?? "" }

  /// The row that the last step names.
  package var row: RowID? { steps.last?.row }

  /// The path around it; none for the root.
  package var parent: FieldPath? { FieldPath(steps: Array(steps.dropLast())) }

  /// The path of a child.
  package func appending(_ name: String, row: RowID? = nil) -> FieldPath {
    FieldPath(known: steps + [Step(name, row: row)])
  }

  /// The same path with a row in its last step.
  package func withRow(_ row: RowID?) -> FieldPath {
    FieldPath(known: steps.dropLast() + [Step(name, row: row)])
  }

  /// Whether it lies inside another path or is it.
  package func isInside(_ other: FieldPath) -> Bool {
    steps.count >= other.steps.count && zip(steps, other.steps).allSatisfy { $0 == $1 }
  }
}
