internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Journal
internal import Media
internal import Records
internal import Responses
internal import SubmissionXML

/// `khaosat show RECORD`: the answers of a record.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the answers of a record.")

  @Argument(help: "The record.")
  var record: String

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @Flag(name: .long, help: "Print the submission XML: the frozen bytes of a finalised record, else as it stands.")
  var xml = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let store = try common.access.reading()
    let state = try RecordSearch.record(record, in: store.snapshot)
    if state.isLocked { throw StoreProblem.lockedRecord(state.id) }
    if xml, let frozen = try frozenXML(state, store) { return Printer.document(frozen) }
    var session = try RecordSession.resume(state, store: store)
    session.response.language = common.language
    if let frozen = state.submission, !state.isChangedAfterDone, !state.status.isOpen {
      session.response.finalise(at: session.moments.moment(at: frozen.time, field: nil))
    }
    if xml {
      return Printer.document(
        SubmissionXML.bytes(of: session.response, instanceID: "uuid:" + state.id, deprecatedID: nil))
    }
    let reviews = state.reviews { store.snapshot.author(of: $0) }
    if json { return Printer.result(report(session, state, reviews).serialised()) }
    for item in session.response.items where item.kind == .question && item.isAnswered {
      Printer.result(fields: [session.response.indexPath(of: item.path) ?? "", item.label, item.display])
    }
  }

  /// The bytes that were frozen, unless the record was changed since.
  private func frozenXML(_ state: RecordState, _ store: Store) throws -> [UInt8]? {
    guard !state.isChangedAfterDone, let submission = state.submission, let hex = submission.xml,
      let hash = ContentHash(hex: hex), let name = MediaName(hash: hash, fileExtension: "xml")
    else { return nil }
    return try store.media.contents(of: name)
  }

  private func report(_ session: RecordSession, _ state: RecordState, _ reviews: [Review]) -> JSONValue {
    let notes = session.response.remarks().compactMap { remark in
      remark.note.map { JSONValue.object(["path": .string(remark.indexPath), "text": .string($0)]) }
    }
    return [
      "record": .string(state.id), "form": .string(state.form), "version": .string(state.version),
      "state": .string(state.status.rawValue), "leaves": RecordReport.leaves(session.response),
      "answers": session.response.answers(),
      "problems": RecordReport.problems(session.response, language: common.language), "notes": .array(notes),
      "conflicts": .array(state.conflicts.filter(\.isReal).map(RecordReport.conflict)),
      "disputed": .bool(state.isDisputed || state.hasOpenConflict), "reviews": .array(reviews.map(RecordReport.review)),
    ]
  }
}
