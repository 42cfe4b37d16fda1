internal import Forms
internal import Terminal

/// A heading: nothing to answer.
struct GroupControl: QuestionControl {
  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int { 0 }
}
