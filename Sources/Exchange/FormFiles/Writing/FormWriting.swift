package import Forms

extension FormFiles {
  /// Writes a checked form as an XLSForm workbook or an XForm, for other programs.
  package static func export(_ form: CheckedForm, to format: Format) -> FormExport {
    switch format {
    case .xlsx: XLSFormWriter.write(form.definition)
    case .xml: XFormWriter.write(form)
    case .yaml: importing(form.definition)
    }
  }

  /// Writes a definition read from a workbook or an XForm as form.yaml. Data files keep their name without folders.
  package static func importing(_ definition: FormDefinition) -> FormExport {
    var attachments: [FormExport.Attachment] = []
    var names: [String: String] = [:]
    for reference in definition.files.keys.sorted() {
      let name = reference.split(separator: "/").last.map(String.init) ?? reference
      names[reference] = name
      attachments.append(FormExport.Attachment(reference: reference, name: name))
    }
    var complete = definition
    var files: [(name: String, bytes: [UInt8])] = []
    for (id, document) in definition.instances.sorted(by: { $0.key < $1.key }) {
      files.append((id + ".xml", DocumentXML.bytes(document)))
      complete.survey.append(SurveyRow(type: SourceText("xml-external"), name: SourceText(id)))
    }
    return FormExport(
      bytes: YAMLFormWriter.write(complete, fileNames: names), attachments: attachments, files: files, losses: [])
  }
}
