import Archive
import CSV
import Expressions
import FormFiles
import Forms
import JSON
import Messages
import XML

/// Problems of forms and files, one for every code.
enum PhraseSamples {
  private static let place = SourcePosition(file: "form.yaml", line: 3, column: 5)
  private static let names = ["ho_ten", "tuoi", "gia", "survey!A4"]

  static let forms = FormProblemCode.allCases.map {
    PhraseSample("Forms", FormProblemPhrase.problem(FormProblem($0, at: place, names)))
  }

  static let formFiles = FormFileProblemCode.allCases.map {
    PhraseSample("Form files", FormFileProblemPhrase.problem(FormFileProblem($0, at: place, names)))
  }

  static let expressions = ExpressionProblem.Code.allCases.map {
    PhraseSample("Expressions", ExpressionProblemPhrase.problem(ExpressionProblem($0, names)))
  }

  static let csv = CSVProblemCode.allCases.map {
    PhraseSample("CSV", CSVPhrase.problem(CSVProblem($0, line: 4, column: 2, names)))
  }

  static let xml = XMLProblemCode.allCases.map {
    PhraseSample("XML", XMLPhrase.problem(XMLProblem($0, at: XMLPosition(line: 4, column: 2), names)))
  }

  static let archives = ArchiveProblemCode.allCases.map {
    PhraseSample("Archives", ArchivePhrase.problem(ArchiveProblem($0, names)))
  }

  /// Texts that are refused, each for its own reason.
  static let json = badJSON.compactMap { bytes -> PhraseSample? in
    do throws(JSONProblem) {
      _ = try JSONValue(parsing: bytes, limits: JSONLimits(depth: 4, bytes: 20))
      return nil
    } catch { return PhraseSample("JSON", JSONPhrase.problem(error)) }
  }

  private static let badJSON: [[UInt8]] =
    [
      #"{"a":"#, "{a}", "1 2", "01", "\"\u{1}\"", #""\q""#, #""\ud800""#, #"{"a":1,"a":2}"#, "[[[[[[]]]]]]",
      "[1,2,3,4,5,6,7,8,9,10,11]",
    ].map { Array($0.utf8) } + [[0x22, 0xFF, 0x22]]
}
