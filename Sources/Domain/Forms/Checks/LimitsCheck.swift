/// Forms stay within what can be shown and computed.
struct LimitsCheck: FormCheck {
  /// The most rows of a survey.
  static let rows = 100_000
  /// The most groups inside each other.
  static let depth = 32

  func problems(in draft: FormDraft) -> [FormProblem] {
    var found: [FormProblem] = []
    if draft.rows.count > Self.rows {
      found.append(FormProblem(.limit, at: draft.rows[Self.rows].row.position, ["rows", String(Self.rows)]))
    }
    if let deep = draft.tree.nodes.first(where: { $0.depth > Self.depth }) {
      found.append(FormProblem(.limit, at: deep.position, ["depth", String(Self.depth)]))
    }
    return found
  }
}
