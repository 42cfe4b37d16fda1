internal import FormFiles
internal import Forms

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

  /// Id, version and title of a form. Of a form.yaml only what stands above the choices and the survey is read, so that
  /// the list of forms costs nothing.
  private func head(of folder: String) throws -> FormDefinition {
    let main = try FormFiles.mainFile(folder)
    guard let format = FormFiles.Format(fileName: main) else {
      throw ProgramProblem.unknownForm(name: main, places: [])
    }
    var bytes = try HostFile.read(main)
    if format == .yaml { bytes = FormLibrary.aboveSurvey(bytes) }
    return try FormFiles.load(bytes, format: format, fileName: main).definition
  }

  private static func aboveSurvey(_ bytes: [UInt8]) -> [UInt8] {
    var end = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "survey:".utf8) || line.starts(with: "choices:".utf8) { return Array(bytes[..<end]) }
      end += line.count + 1
    }
    return bytes
  }

  /// The ids of all forms that can be read, with their titles by language.
  func titles() -> [(id: String, titles: [String: String])] {
    all().compactMap { entry in
      guard let form = entry.definition else { return nil }
      var titles: [String: String] = [:]
      for title in form.title.entries { titles[title.language] = title.text.text }
      return (form.formID.text, titles)
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
