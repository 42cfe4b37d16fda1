internal import Expressions

/// A row of a repeat, or the whole form: where its nodes are, and the rows inside it.
struct SheetRow: Sendable {
  /// The element of the row.
  let node: NodeID
  /// The repeat; the root's row has `SheetLayout.root`.
  let scope: Int
  /// The row around it; the root's row has none.
  let parent: Int?
  /// How many repeats it is inside, itself counted.
  let depth: Int
  let id: RowID
  /// Its number among the rows of its repeat, from 0.
  var ordinal: Int
  /// Elements of the row's nodes, by slot.
  var members: [NodeID] = []
  /// Rows of the repeats inside, by slot.
  var inner: [[Int]]
  /// Elements before which new rows of the repeats inside are put, by slot; none at the end of their parent.
  var anchors: [NodeID?]
  /// Elements that hold the rows of the repeats inside, by slot.
  var holders: [NodeID]
  var isAlive = true
}
