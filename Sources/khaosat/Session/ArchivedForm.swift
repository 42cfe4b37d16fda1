internal import FormFiles
internal import Forms
internal import Journal
internal import Records

/// A form as a record keeps it: its main file and the files it names in one flat folder of the store, so that the record
/// can always be shown and corrected with the very form it was filled with.
enum ArchivedForm {
  /// The files of a form, named as the archive holds them.
  static func files(of path: String, root: String?) throws -> [FormArchive.File] {
    let main = try FormFiles.mainFile(path)
    let loaded = try FormFiles.load(path: path, root: root)
    let folder = FormFolder(folder: FormFiles.folder(of: main), root: root)
    var files = [FormArchive.File(name: mainName(main), content: try HostFile.read(main))]
    for reference in loaded.references {
      let bytes = try folder.bytes(
        of: reference, limit: FormFileLimits().data, at: SourcePosition(file: main))
      files.append(FormArchive.File(name: name(of: reference), content: bytes))
    }
    return files
  }

  /// Reads and checks a form out of a store's archive.
  static func checked(_ hash: String, in archive: FormArchive) throws -> CheckedForm {
    guard let key = ContentHash(hex: hash) else { throw StoreProblem.unknownForm(hash) }
    let files = try archive.files(of: key)
    let (main, format) = try main(of: files, named: key)
    let loaded = try FormFiles.load(
      main.content, format: format, fileName: main.name, files: Source(files: files))
    guard let form = CheckedForm.check(loaded.definition).form else {
      throw ProgramProblem.faultyForm(path: main.name, count: 1)
    }
    return form
  }

  /// Id, version and title of a form in an archive: what stands above its choices and questions is enough.
  static func head(_ hash: ContentHash, in archive: FormArchive) throws -> FormDefinition {
    let (main, format) = try main(of: try archive.files(of: hash), named: hash)
    return try FormHead.read(main.content, format: format, fileName: main.name)
  }

  private static func main(
    of files: [FormArchive.File], named hash: ContentHash
  ) throws -> (file: FormArchive.File, format: FormFiles.Format) {
    guard let main = files.first(where: { $0.name.hasPrefix("form.") }),
      let format = FormFiles.Format(fileName: main.name)
    else { throw StoreProblem.unknownForm(hash.hex) }
    return (main, format)
  }

  /// The name under which the archive holds a file that a form names.
  static func name(of reference: String) -> String {
    reference.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "-")
  }

  private static func mainName(_ path: String) -> String {
    let ending = path.split(separator: ".").last.map(String.init) ?? "yaml"
    return "form." + (ending == "yml" ? "yaml" : ending)
  }

  /// The archive's files by the names that the form uses.
  private struct Source: FormFileSource {
    let files: [FormArchive.File]

    func bytes(of reference: String, limit: Int, at position: SourcePosition) throws(FormFileProblem) -> [UInt8] {
      guard let file = files.first(where: { $0.name == ArchivedForm.name(of: reference) }) else {
        throw FormFileProblem(.fileMissing, at: position, [reference])
      }
      return file.content
    }
  }
}
