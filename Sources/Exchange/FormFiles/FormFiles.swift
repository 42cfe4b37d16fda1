package import Forms

/// Reads forms: YAML, XLSForm and XForm into one definition.
package enum FormFiles {
  /// The formats of a form's main file.
  package enum Format: String, Sendable, CaseIterable {
    case yaml
    case xlsx
    case xml

    /// The format that a file name says; nil for others.
    package init?(fileName: String) {
      let lower = fileName.lowercased()
      if lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") {
        self = .yaml
      } else if lower.hasSuffix(".xlsx") || lower.hasSuffix(".xlsm") {
        self = .xlsx
      } else if lower.hasSuffix(".xml") {
        self = .xml
      } else {
        return nil
      }
    }
  }

  /// Reads a form; the first problem is thrown. `path` is a .yaml, .xlsx or .xml file, or a folder with a form.yaml,
  /// form.xlsx or form.xml. `root` is the folder that no referenced file may lie above; by default the folder around the
  /// form's own.
  package static func read(path: String, root: String? = nil) throws(FormFileProblem) -> FormDefinition {
    let loaded = try load(path: path, root: root)
    if let problem = loaded.problems.first { throw problem }
    return loaded.definition
  }

  /// Reads a form and keeps going over what can be passed over, so that all problems can be shown at once.
  package static func load(
    path: String, root: String? = nil, limits: FormFileLimits = FormFileLimits()
  ) throws(FormFileProblem) -> LoadedForm {
    let file = try mainFile(path)
    guard let format = Format(fileName: file) else {
      throw FormFileProblem(.fileFormat, at: SourcePosition(file: file), [file])
    }
    let place = SourcePosition(file: file)
    let limit = format == .yaml ? limits.yaml : limits.form
    let bytes = try FormFolder.read(file, name: file, limit: limit, at: place)
    let source = FormFolder(folder: folder(of: file), root: root)
    return try load(bytes, format: format, fileName: file, files: source, limits: limits)
  }

  /// Reads a form from bytes; the files it names come from `files`.
  package static func load(
    _ bytes: [UInt8], format: Format, fileName: String, files: any FormFileSource = NoFormFiles(),
    limits: FormFileLimits = FormFileLimits()
  ) throws(FormFileProblem) -> LoadedForm {
    var loaded: LoadedForm
    switch format {
    case .yaml:
      loaded = try YAMLFormReader.read(bytes, fileName: fileName, limits: limits)
    case .xlsx: loaded = try XLSFormReader.read(bytes, fileName: fileName, limits: limits)
    case .xml: loaded = try XFormReader.read(bytes, fileName: fileName, limits: limits)
    }
    var attachments = FileReferences(files: files, limits: limits)
    attachments.attach(to: &loaded)
    return loaded
  }

  /// The main file of a form: the path itself, or the form file inside a folder.
  package static func mainFile(_ path: String) throws(FormFileProblem) -> String {
    guard FormFolder.isFolder(path) else { return path }
    let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    for name in ["form.yaml", "form.yml", "form.xlsx", "form.xml"] where FormFolder.isFile(folder + "/" + name) {
      return folder + "/" + name
    }
    throw FormFileProblem(.fileMissing, at: SourcePosition(file: folder), [folder + "/form.yaml"])
  }

  /// The folder part of a path; `.` when there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
