import FormFiles
import Forms
import Testing

/// A form that went out in a format and was read again.
struct RoundTrip {
  let original: CheckedForm
  let back: CheckedForm
  let export: FormExport

  init(path: String, root: String? = nil, through format: FormFiles.Format) throws {
    let loaded = try FormFiles.load(path: path, root: root)
    let main = try FormFiles.mainFile(path)
    let files = FormFolder(folder: FormFiles.folder(of: main), root: root)
    try self.init(loaded.definition, files: files, through: format)
  }

  init(_ definition: FormDefinition, files: any FormFileSource = NoFormFiles(), through format: FormFiles.Format) throws
  {
    let first = CheckedForm.check(definition)
    original = try #require(first.form, "\(first.problems.filter { !$0.code.isWarning })")
    export = FormFiles.export(original, to: format)
    let source = ExportedFiles(export: export, files: files)
    let loaded = try FormFiles.load(export.bytes, format: format, fileName: "form.\(format.rawValue)", files: source)
    #expect(loaded.problems == [])
    let second = CheckedForm.check(loaded.definition)
    back = try #require(second.form, "\(second.problems.filter { !$0.code.isWarning })")
  }

  func expectTheSame() {
    #expect(back.id == original.id)
    #expect(back.version == original.version)
    #expect(back.definition.defaultLanguage?.text == original.definition.defaultLanguage?.text)
    for language in original.languages { #expect(back.title(in: language) == original.title(in: language)) }
    let (left, right) = (FormSummary.lines(original), FormSummary.lines(back))
    #expect(left.count == right.count)
    for (one, other) in zip(left, right) { #expect(one == other) }
    #expect(FormSummary.lists(original) == FormSummary.lists(back))
    #expect(back.entities.map(\.list) == original.entities.map(\.list))
  }
}

/// The files of an export under the names that they have there.
struct ExportedFiles: FormFileSource {
  let export: FormExport
  let files: any FormFileSource

  func bytes(of reference: String, limit: Int, at position: SourcePosition) throws(FormFileProblem) -> [UInt8] {
    if let made = export.files.first(where: { $0.name == reference }) { return made.bytes }
    guard let attachment = export.attachments.first(where: { $0.name == reference }) else {
      throw FormFileProblem(.fileMissing, at: position, [reference])
    }
    return try files.bytes(of: attachment.reference, limit: limit, at: position)
  }
}
