internal import Forms
internal import Responses
internal import Terminal

/// Something to be read: Enter goes on.
struct NoteControl: QuestionControl {
  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    canvas.stand(row: 0, column: 0, in: &frame)
    guard !view.item.value.isEmpty else { return 0 }
    canvas.draw(view.item.value, row: 0, in: &frame)
    return 1
  }
}
