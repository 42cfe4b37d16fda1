internal import Vietnamese

/// Finds visits by what is typed, without accents: prepared once, asked at every key.
package struct VisitFinder: Sendable {
  private let entries: [(visit: Visit, text: SearchableText)]

  /// Prepares the visits.
  package init(_ visits: [Visit]) {
    entries = visits.map { visit in
      let parts = [
        visit.code, visit.label, visit.place.commune, visit.place.oldCommune, visit.place.oldDistrict,
        visit.place.address, visit.team, visit.telephone,
      ]
      return (visit, SearchableText(parts.joined(separator: " | ")))
    }
  }

  /// The visits in which the text stands; when it stands in none, those in which each of its words does.
  package func visits(matching text: String) -> [Visit] {
    let query = SearchQuery(text)
    let found = entries.filter { query.isContained(in: $0.text) }
    guard found.isEmpty else { return found.map(\.visit) }
    let words = text.split(whereSeparator: \.isWhitespace).map { SearchQuery(String($0)) }
    guard words.count > 1 else { return [] }
    return entries.filter { entry in words.allSatisfy { $0.isContained(in: entry.text) } }.map(\.visit)
  }
}
