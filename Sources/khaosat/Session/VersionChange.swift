internal import Responses

/// What changes for the answers of a draft when its form changes.
struct VersionChange {
  /// Answers that the new version has no question for. They stay in the journal, and come back with the old version.
  let setAside: [(path: String, value: String)]
  /// Questions that only the new version asks.
  let added: [String]
  /// Answers and results that read differently, such as calculations that changed.
  let changed: [(path: String, before: String, after: String)]
  /// Errors under the new version.
  let errors: Int

  /// Compares the same edits under two versions.
  init(before: Response, after: Response) {
    let old = before.leaves()
    let new = after.leaves()
    let newValues = Dictionary(new.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    let oldValues = Dictionary(old.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    setAside = old.filter { newValues[$0.path] == nil && !$0.value.isEmpty }.map { ($0.path, $0.value) }
    added = new.filter { oldValues[$0.path] == nil }.map(\.path)
    changed = new.compactMap { leaf in
      guard let earlier = oldValues[leaf.path], earlier != leaf.value else { return nil }
      return (leaf.path, earlier, leaf.value)
    }
    errors = after.problemCounts.errors
  }
}
