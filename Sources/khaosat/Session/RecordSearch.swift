internal import Records

/// Finds the record that somebody names on the command line.
enum RecordSearch {
  /// The record of an id, or of an id that begins so and no other does.
  static func record(_ text: String, in snapshot: Snapshot) throws(ProgramProblem) -> RecordState {
    let wanted = text.hasPrefix("uuid:") ? String(text.dropFirst(5)) : text
    if let state = snapshot.records[wanted] { return state }
    guard !wanted.isEmpty else { throw .unknownRecord(id: text) }
    let found = snapshot.records.keys.filter { $0.hasPrefix(wanted) }.sorted()
    guard let first = found.first, let state = snapshot.records[first] else { throw .unknownRecord(id: text) }
    guard found.count == 1 else { throw .ambiguousRecord(id: text, candidates: Array(found.prefix(5))) }
    return state
  }
}
