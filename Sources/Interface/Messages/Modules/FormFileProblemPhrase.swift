internal import Archive
internal import CSV
package import FormFiles
internal import JSON
internal import XML

/// The words for what is wrong with the files of a form, for its author.
package enum FormFileProblemPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: FormFileProblem) -> ProblemPhrase {
    words(problem).phrase(problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en".
  package static func text(_ problem: FormFileProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// Sorts the codes by what they are about; a new code does not compile before it is sorted in.
  private static func words(_ problem: FormFileProblem) -> ProblemWords {
    let given = ProblemArguments(problem.arguments)
    return switch problem.code {
    case .fileMissing, .fileUnreadable, .fileTooLarge, .fileFormat, .fileOutside, .encoding, .dataFormat:
      files(problem.code, given)
    case .yamlSyntax, .duplicateKey, .yamlAnchor, .yamlAlias, .yamlTag, .tooDeep, .expectedMap, .expectedList,
      .expectedText:
      yaml(problem.code, given)
    case .unknownColumn, .missingColumn, .duplicateColumn, .missingType, .missingList, .badValue:
      columns(problem.code, given)
    case .endWithoutBegin, .beginWithoutEnd, .beginEndMismatch: nesting(problem.code, given)
    case .missingSheet, .workbook, .workbookPart, .limit, .cellError, .cellFormula: workbook(problem.code, given)
    case .notXForm, .unsupported, .unknownNode: xform(problem.code, given)
    case .archive: archive(given)
    case .xml: xml(given)
    case .csv: csv(given)
    case .geoJSON: geoJSON(given)
    }
  }

  private static func archive(_ given: ProblemArguments) -> ProblemWords {
    ArchiveProblemCode(rawValue: given[0]).map { ArchivePhrase.words($0, given.rest) }
      ?? ProblemWords(
        "Không mở được tệp nén", "The archive cannot be opened",
        do: "Lưu lại bằng Excel hoặc LibreOffice", "Save it again with a spreadsheet program")
  }

  private static func xml(_ given: ProblemArguments) -> ProblemWords {
    XMLProblemCode(rawValue: given[0]).map { XMLPhrase.words($0, given.rest) }
      ?? ProblemWords(
        "Không đọc được XML", "The XML cannot be read", do: "Xuất lại tệp này", "Export the file again")
  }

  private static func csv(_ given: ProblemArguments) -> ProblemWords {
    CSVProblemCode(rawValue: given[0]).map { CSVPhrase.words($0, column: 0, given.rest) }
      ?? ProblemWords(
        "Không đọc được CSV", "The CSV cannot be read", do: "Lưu lại dạng CSV UTF-8", "Save it again as CSV UTF-8")
  }

  private static func geoJSON(_ given: ProblemArguments) -> ProblemWords {
    if let code = JSONProblemCode(rawValue: given[0]) {
      return JSONPhrase.words(code, place: "\(given[1]):\(given[2])")
    }
    return ProblemWords(
      "GeoJSON thiếu hoặc sai \(given[0])", "The GeoJSON lacks \(given[0]), or it is wrong",
      do: "Xuất lại dạng FeatureCollection gồm các điểm, đường hoặc vùng",
      "Export it again as a FeatureCollection of points, lines or areas")
  }
}
