internal import Fieldwork
internal import FormFiles
internal import Forms
internal import Journal
internal import Records

/// The forms that this machine has: every folder with a form file in the first of the known places that holds it.
struct FormLibrary {
  /// A form found on this machine.
  struct Entry {
    /// The folder or file given to the reader.
    let path: String
    /// The id in the form, its version and title; nil when it cannot be read.
    let definition: FormDefinition?
  }

  /// The folders looked into, first to last.
  let places: [String]
  /// The archive of the store, looked into for what no folder has: forms that another laptop has brought.
  var archive: FormArchive?

  /// All forms, by place and name; a form that an earlier place holds hides a later one of the same id.
  func all() -> [Entry] {
    var entries: [Entry] = []
    var known: Set<String> = []
    for place in places {
      for name in HostFile.names(in: place) {
        let folder = place + "/" + name
        guard HostFile.isFolder(folder), (try? FormFiles.mainFile(folder)) != nil else { continue }
        // A form that cannot be read is still listed: `form check` says why.
        let definition = try? head(of: folder)
        if known.insert(definition?.formID.text ?? name).inserted {
          entries.append(Entry(path: folder, definition: definition))
        }
      }
    }
    return entries
  }

  /// Id, version and title of a form.
  private func head(of folder: String) throws -> FormDefinition {
    let main = try FormFiles.mainFile(folder)
    guard let format = FormFiles.Format(fileName: main) else {
      throw ProgramProblem.unknownForm(name: main, places: [])
    }
    let bytes = try HostFile.read(main)
    return try FormHead.read(bytes, format: format, fileName: main)
  }

  /// The ids of all forms that can be read, with their titles by language; those of the archive only when they are
  /// wanted and no folder has them.
  func titles(wanted: Set<String>) -> [(id: String, titles: [String: String])] {
    let own = all().compactMap(\.definition)
    let missing = wanted.subtracting(own.map(\.formID.text))
    return (own + archived(missing).map(\.definition)).map { form in
      var titles: [String: String] = [:]
      for title in form.title.entries { titles[title.language] = title.text.text }
      return (form.formID.text, titles)
    }
  }

  /// The newest definition of each of some forms in the archive, by id.
  private func archived(_ wanted: Set<String>) -> [(hash: ContentHash, definition: FormDefinition)] {
    guard let archive, !wanted.isEmpty else { return [] }
    var newest: [String: (hash: ContentHash, definition: FormDefinition)] = [:]
    for hash in (try? archive.hashes()) ?? [] {
      // A definition that cannot be read is named by whoever opens a record with it.
      guard let form = try? ArchivedForm.head(hash, in: archive), wanted.contains(form.formID.text) else { continue }
      let other = newest[form.formID.text]?.definition.version?.text
      if let other, (form.version?.text ?? "") < other { continue }
      newest[form.formID.text] = (hash, form)
    }
    return newest.values.sorted { $0.definition.formID.text < $1.definition.formID.text }
  }

  /// Finds and checks a form that is to be filled: a folder's before one of the archive.
  func found(_ form: String) throws -> FoundForm {
    do {
      let (checked, path) = try checked(form)
      return FoundForm(form: checked, origin: .files(path: path, root: root(of: path)))
    } catch ProgramProblem.unknownForm(let name, let places) {
      guard let archive, let there = archived([form]).first else {
        throw ProgramProblem.unknownForm(name: name, places: places)
      }
      return FoundForm(form: try ArchivedForm.checked(there.hash.hex, in: archive), origin: .archive(there.hash))
    }
  }

  /// Puts the forms of this machine that visits ask for into a store's archive, from where they travel with the visits:
  /// one person prepares the list and its forms for all laptops.
  func archiveWanted(in store: Store) throws {
    let wanted = Set(store.snapshot.visits.values.flatMap(\.visit.forms))
    for entry in all() where entry.definition.map({ wanted.contains($0.formID.text) }) ?? false {
      // A form whose files cannot be read is named by `form check`; it must not keep the answers from being copied.
      guard let files = try? ArchivedForm.files(of: entry.path, root: root(of: entry.path)) else { continue }
      try store.forms.add(files)
    }
  }

  /// The path of a form by its id, the name of its folder, or a path to it.
  func path(of form: String) throws(ProgramProblem) -> String {
    let isPath = form.contains("/") || FormFiles.Format(fileName: form) != nil
    if isPath, HostFile.exists(form) { return form }
    for place in places where !form.contains("/") && HostFile.isFolder(place + "/" + form) {
      return place + "/" + form
    }
    if HostFile.isFolder(form) { return form }
    for entry in all() where entry.definition?.formID.text == form { return entry.path }
    throw .unknownForm(name: form, places: places)
  }

  /// The folder that no file named by a form may lie above: the place it was found in, or the one around its folder.
  func root(of path: String) -> String? {
    places.first { path.hasPrefix($0 + "/") }
  }

  /// Reads and checks a form that is to be filled.
  func checked(_ form: String) throws -> (form: CheckedForm, path: String) {
    let path = try path(of: form)
    let loaded = try FormFiles.load(path: path, root: root(of: path))
    let (checked, problems) = CheckedForm.check(loaded.definition)
    let errors = problems.filter { !$0.code.isWarning }.count + loaded.problems.count
    guard errors == 0, let checked else { throw ProgramProblem.faultyForm(path: path, count: max(errors, 1)) }
    return (checked, path)
  }
}
