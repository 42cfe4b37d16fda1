internal import Terminal

/// Where the fixed lines are at a size: title on top; message, state and keys at the bottom; the body between.
struct Layout: Equatable {
  let size: Size
  /// Few rows or columns: no rules, short words.
  let isCompact: Bool
  /// The rows that the message takes.
  let messageRows: Int

  /// The layout of a terminal. The message always has its rows, so that nothing moves when it changes.
  init(size: Size) {
    self.size = size
    isCompact = size.columns < 64 || size.rows < 20
    messageRows = size.rows >= 12 ? 2 : 1
  }

  /// Whether there is room for a screen at all.
  var isTooSmall: Bool { size.columns < 20 || size.rows < 6 }

  /// The rows above the body.
  var topRows: Int { isCompact ? 1 : 2 }

  /// The rows below the body.
  var bottomRows: Int { messageRows + 2 + (isCompact ? 0 : 1) }

  /// How many rows the body has.
  var bodyRows: Int { max(0, size.rows - topRows - bottomRows) }

  /// The body.
  var body: Canvas {
    Canvas(origin: CellPlace(row: topRows, column: 0), columns: size.columns, rows: bodyRows)
  }
}
