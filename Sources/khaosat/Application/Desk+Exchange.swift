internal import Expressions
internal import Fieldwork
internal import JSON
internal import Journal
internal import Messages
internal import Records
internal import Screens

extension Desk {
  /// Begins to exchange everything through a folder that exists; the folder is remembered when it is done.
  func exchange(through folder: String) throws -> [AppMessage] {
    let folder = HostMachine.expanded(folder)
    guard HostFile.isFolder(folder) else {
      let problem = ProblemPhrase(
        "PRG-001", ("Không có thư mục \(folder)", "There is no folder \(folder)"),
        wayOut: ("Cắm USB hoặc sửa đường dẫn", "Plug the stick in or correct the path"))
      return [.workFailed(problem)]
    }
    let run = ExchangeRun(folder: folder, store: store, library: library, forms: forms, inbox: inbox)
    LongWork(inbox: inbox).start { try run.messages() }
    return [.exchangeProgress(done: 0, total: 0)]
  }

  /// Why the record was returned; nil when it is not.
  func returned(_ state: RecordState) -> Review? {
    guard state.status == .returned else { return nil }
    let snapshot = store.snapshot
    return state.reviews(author: snapshot.author).last { $0.verdict == .returnForCorrection }
  }

  /// The questions of a record that laptops answered differently.
  func conflicts(_ state: RecordState) -> [ConflictedQuestion] {
    let real = state.conflicts.filter(\.isReal).map(\.field)
    if real.isEmpty { return [] }
    let snapshot = store.snapshot
    let fields = state.fields.fields
    return real.map { field in
      let leaves = fields[field]?.leaves.reversed() ?? []
      return ConflictedQuestion(
        field: field,
        answers: leaves.map { leaf in
          ConflictedQuestion.Answer(
            version: leaf.version.hex, value: leaf.value, laptop: snapshot.laptop(leaf.device),
            time: Moment(milliseconds: leaf.time, zone: clock.zone))
        })
    }
  }

  /// Writes which answer holds, and opens the record again with it.
  mutating func resolve(_ field: String, of record: String, with version: String) throws -> [AppMessage] {
    guard let conflict = store.snapshot.records[record]?.conflicts.first(where: { $0.field == field }),
      let chosen = conflict.leaves.first(where: { $0.version == version })
    else { throw ProgramProblem.unknownRecord(id: record) }
    let parents = conflict.leaves.compactMap { LineHash(hex: $0.version) }
    try store.appendAndWait([.merge(record: record, field: field, value: chosen.value, parents: parents)])
    guard let state = store.snapshot.records[record] else { throw ProgramProblem.unknownRecord(id: record) }
    return [board(), .recordOpened(try resume(state, isResumed: false))]
  }
}
