internal import Records
internal import Responses
internal import Screens

/// The changes of a record that can still be taken back, read from the journal: undo goes on after a restart where it was.
/// They are those of this laptop since the record was last finished.
struct UndoTrail {
  /// The steps, oldest first.
  private(set) var steps: [UndoStep] = []
  private let device: String
  /// Older steps are let go.
  private static let greatestCount = 200

  init(device: String) { self.device = device }

  /// Takes the next event of the record, which is about to be applied to the answers as they were.
  mutating func take(_ event: Event, in response: Response) {
    if event.kind == .done { steps = [] }
    guard let edit = event.edit else { return }
    guard event.device == device, event.kind != .merge else {
      // What somebody else said of a question since is not ours to take back.
      steps.removeAll { step in step.redo.contains { $0.path == edit.path } }
      return
    }
    if event.isUndo, let place = steps.lastIndex(where: { $0.redo.last?.path == edit.path }) {
      steps.remove(at: place)
      return
    }
    if case .removeRow(let path) = edit, let row = path.row,
      steps.last?.redo == [.addRow(repeat: path.withRow(nil), row: row)]
    {
      steps.removeLast()
      return
    }
    steps.append(UndoStep(undo: response.inverse(of: edit), redo: [edit]))
    if steps.count > Self.greatestCount { steps.removeFirst() }
  }
}
