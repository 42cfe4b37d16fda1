internal import ArgumentParser
internal import Fieldwork
internal import Journal
internal import Records
internal import Responses

/// `khaosat review RECORD`: the team lead approves a record, or returns it with comments on questions.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Approve a finalised record, or return it with comments.")

  @Argument(help: "The record.")
  var record: String

  @Flag(name: .customLong("approve"), help: "The record is right.")
  var approves = false

  @Flag(name: .customLong("return"), help: "The record goes back to the surveyor.")
  var returns = false

  @Option(name: .long, help: "What the review says as a whole.")
  var summary: String = ""

  @Option(name: .long, help: "A comment on a question, as PATH=TEXT; may be given several times.")
  var comment: [String] = []

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if approves == returns { throw ValidationError("Give either --approve or --return.") }
    if returns && summary.isEmpty && comment.isEmpty {
      throw ValidationError("A record is returned with a --summary or a --comment.")
    }
  }

  func run() throws {
    let access = common.access
    let store = try access.writing()
    let state = try RecordSearch.record(record, in: store.snapshot)
    let comments = try comments(on: state, store)
    let review = Review(
      record: state.id, verdict: approves ? .approve : .returnForCorrection, reviewer: "",
      time: Timestamp.text(access.clock.now()), summary: summary, comments: comments)
    guard state.status.after(review.action) != nil else {
      throw ProgramProblem.wrongState(record: state.id, state: state.status.rawValue)
    }
    try store.appendAndWait([.review(review, of: state.submission?.version)])
    try store.close()
  }

  /// The comments, each on a question that the record has: one that stands nowhere would never be read.
  private func comments(on state: RecordState, _ store: Store) throws -> [Review.Comment] {
    guard !comment.isEmpty else { return [] }
    let response = try RecordSession.resume(state, store: store).response
    return try comment.map { text in
      guard let sign = text.firstIndex(of: "=") else {
        throw ProgramProblem.badOption(name: "--comment", value: text, allowed: "PATH=TEXT")
      }
      let written = String(text[..<sign])
      guard let path = response.fieldPath(written) else {
        throw ProgramProblem.badOption(
          name: "--comment", value: written, allowed: response.leaves().map(\.path).joined(separator: ", "))
      }
      return Review.Comment(field: path.description, text: String(text[text.index(after: sign)...]))
    }
  }
}
