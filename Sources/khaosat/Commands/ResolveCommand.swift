internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Journal
internal import Records

/// `khaosat resolve RECORD`: questions that two laptops answered differently, shown or decided.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Show or decide questions that two laptops answered differently.")

  @Argument(help: "The record.")
  var record: String

  @Option(name: .long, help: "The field to decide, as listed.")
  var field: String?

  @Option(name: .customLong("use"), help: "The value that holds, or the version (as listed) whose value holds.")
  var value: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = StoreAccess(path: common.storePath)
    guard let field, let value else {
      let snapshot = try access.reading().snapshot
      guard let state = snapshot.records[record] else { throw ProgramProblem.unknownRecord(id: record) }
      return Printer.result(
        JSONValue.array(state.conflicts.filter(\.isReal).map(RecordReport.conflict)).serialised())
    }
    let store = try access.writing()
    guard let state = store.snapshot.records[record] else { throw ProgramProblem.unknownRecord(id: record) }
    guard let conflict = state.conflicts.first(where: { $0.field == field }) else {
      throw ProgramProblem.badOption(
        name: "--field", value: field, allowed: state.conflicts.map(\.field).joined(separator: ", "))
    }
    let chosen = conflict.leaves.first { $0.version == value }
    let parents = conflict.leaves.compactMap { LineHash(hex: $0.version) }
    try store.appendAndWait([
      .merge(record: record, field: field, value: chosen.map(\.value) ?? value, parents: parents)
    ])
    try store.close()
  }
}

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
    let access = StoreAccess(path: common.storePath)
    let store = try access.writing()
    guard let state = store.snapshot.records[record] else { throw ProgramProblem.unknownRecord(id: record) }
    let comments = try comment.map { text -> Review.Comment in
      guard let sign = text.firstIndex(of: "=") else {
        throw ProgramProblem.badOption(name: "--comment", value: text, allowed: "PATH=TEXT")
      }
      return Review.Comment(field: String(text[..<sign]), text: String(text[text.index(after: sign)...]))
    }
    let review = Review(
      record: record, verdict: approves ? .approve : .returnForCorrection, reviewer: "",
      time: Timestamp.text(access.clock.now()), summary: summary, comments: comments)
    guard state.status.after(review.action) != nil else {
      throw ProgramProblem.wrongState(record: record, state: state.status.rawValue)
    }
    try store.appendAndWait([.review(review, of: state.submission?.version)])
    try store.close()
  }
}
