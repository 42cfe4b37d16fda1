internal import Forms
internal import Terminal

/// Values that nobody is asked for.
struct SilentControl: QuestionControl {
  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int { 0 }
}
