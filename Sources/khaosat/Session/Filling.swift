internal import Forms
internal import JSON
internal import Media
internal import Records
internal import Responses
internal import Screens
internal import Vietnamese

/// A record being filled from a file: the steps applied, what came of each, and the events to be written.
struct Filling {
  /// The record as it stands.
  private(set) var session: RecordSession
  /// The events of everything that was not refused.
  private(set) var drafts: [EventDraft] = []
  /// What came of each step.
  private(set) var outcomes: [Outcome] = []
  private let media: MediaStore
  private let isStrict: Bool
  private let clock: HostClock
  private var lastTime: Int64 = 0

  /// Begins to fill.
  init(session: RecordSession, into media: MediaStore, isStrict: Bool, clock: HostClock) {
    self.session = session
    self.media = media
    self.isStrict = isStrict
    self.clock = clock
    if let opening = session.opening {
      drafts.append(opening)
      self.session.opening = nil
      lastTime = opening.time ?? 0
    }
  }

  /// Applies all steps of an answers file.
  mutating func apply(_ input: JSONValue, file: String) throws(ProgramProblem) {
    let steps: [AnswerStep]
    switch input {
    case .array(let values): steps = try AnswerStep.list(values, file: file)
    case .object(let answers): steps = NestedAnswers.steps(answers, for: session.form)
    default: throw .badAnswers(path: file, detail: "neither an object nor a list of steps")
    }
    for step in steps { apply(step) }
  }

  private mutating func apply(_ step: AnswerStep) {
    switch step {
    case .set(let path, let value):
      let answer = answer(value, to: path)
      take(path) { answer.isEmpty ? .unset($0) : .set($0, answer) }
    case .missing(let path, let reason): take(path) { .missing($0, reason: reason) }
    case .confirm(let path, let reason): take(path) { .confirmWarning($0, reason: reason.composed) }
    case .note(let path, let text): take(path) { .note($0, text.composed) }
    case .remove(let path): take(path) { .removeRow($0) }
    case .add(let path): outcomes.append(add(path))
    case .ensure(let path, let rows):
      guard let field = session.response.fieldPath(path) else { return }
      while session.response.rows(of: field).count < rows, addRow(to: field) == .ok {}
    }
  }

  /// The answer that a written text gives: the path of a file is taken over where a file is asked for. One that cannot be
  /// taken stays as it is written, and is found to be no attachment.
  private func answer(_ text: String, to path: String) -> String {
    guard let field = session.response.fieldPath(path), let item = session.response.item(at: field),
      TypedAnswer.isFile(session.form.nodes[item.node]),
      MediaName(fileName: text) == nil, let name = try? Attachment.take(text, into: media)
    else { return text.composed }
    return name
  }

  private mutating func add(_ path: String) -> Outcome {
    guard let field = session.response.fieldPath(path) else { return .unknown }
    return addRow(to: field)
  }

  private mutating func addRow(to field: FieldPath) -> Outcome {
    var generator = SystemRandomNumberGenerator()
    return apply(.addRow(repeat: field.withRow(nil), row: RowID.random(using: &generator)))
  }

  private mutating func take(_ path: String, _ edit: (FieldPath) -> Edit) {
    guard let field = session.response.fieldPath(path) else {
      outcomes.append(.unknown)
      return
    }
    outcomes.append(apply(edit(field)))
  }

  private mutating func apply(_ edit: Edit) -> Outcome {
    // Two edits never share a moment, so that each has random numbers of its own.
    lastTime = max(clock.now(), lastTime + 1)
    let moment = session.moments.moment(at: lastTime, field: edit.path.description)
    let outcome = isStrict ? session.response.applyStrict(edit, at: moment) : session.response.apply(edit, at: moment)
    let isKept = outcome == .ok || (!isStrict && outcome != .unknown && outcome != .readonly)
    if isKept { drafts.append(EventDraft(edit, record: session.record, time: lastTime)) }
    return outcome
  }
}
