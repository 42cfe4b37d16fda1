/// Names are there, legal, and different within a group.
struct NamesCheck: FormCheck {
  private struct Place: Hashable {
    var parent: Int
    var name: String
  }

  func problems(in draft: FormDraft) -> [FormProblem] {
    var found: [FormProblem] = []
    var first: [Place: (position: SourcePosition, names: Set<String>)] = [:]
    first.reserveCapacity(draft.rows.count)
    for row in draft.rows {
      guard !row.row.isLayoutOnly else { continue }
      guard let written = row.row.name, !written.text.isEmpty else {
        if !mayBeNameless(row) {
          found.append(FormProblem(.missingName, at: row.row.position, [row.row.type.text]))
        }
        continue
      }
      if !XMLName.isValid(written.text) {
        found.append(FormProblem(.illegalName, at: written.position, [written.text]))
      }
      guard row.node != nil else { continue }
      let place = Place(parent: row.parent, name: written.text.lowercased())
      if let earlier = first[place] {
        let location = earlier.position.cell ?? "\(earlier.position.line):\(earlier.position.column)"
        // Element names that differ only in case are names of two things, but confuse tools that export to tables.
        let isSame = earlier.names.contains(written.text)
        found.append(
          FormProblem(isSame ? .duplicateName : .similarName, at: written.position, [written.text, location]))
        first[place]?.names.insert(written.text)
      } else {
        first[place] = (written.position, [written.text])
      }
    }
    return found
  }

  private func mayBeNameless(_ row: DraftRow) -> Bool {
    row.type?.kind == .note || row.type?.kind == .group || row.type?.kind == .audit || row.reading == .unknown
  }
}
