import Foundation
import JSON

/// The answers of an interview, from a sample file.
struct SurveyAnswers {
  /// One answer: path of names, the row when it lies in a repeat, and the value as records keep it.
  struct Answer {
    let path: String
    let row: Int?
    let value: String
  }

  /// All answers in order.
  let all: [Answer]
  private let values: [String: String]
  private let rows: [String: Int]

  /// The answers of a sample of the project.
  init(sample: String) throws {
    let file = Program.root.appendingPathComponent("forms/samples/\(sample).json")
    var found: [Answer] = []
    var rows: [String: Int] = [:]
    func walk(_ value: JSONValue, _ path: String, _ row: Int?) {
      if let object = value.objectValue {
        for member in object { walk(member.value, "\(path)/\(member.key)", row) }
      } else if let array = value.arrayValue {
        rows[path] = array.count
        for (index, entry) in array.enumerated() { walk(entry, path, index) }
      } else if let text = value.stringValue {
        found.append(Answer(path: path, row: row, value: text))
      }
    }
    walk(try JSONValue(parsing: String(contentsOf: file, encoding: .utf8)), "/data", nil)
    all = found
    self.rows = rows
    values = Dictionary(uniqueKeysWithValues: found.map { (Self.key($0.path, $0.row), $0.value) })
  }

  private static func key(_ path: String, _ row: Int?) -> String { "\(path)#\(row ?? -1)" }

  /// The answer to a question.
  func value(at path: String, row: Int?) -> String? { values[Self.key(path, row)] }

  /// How many rows a repeat is to have.
  func rows(of path: String) -> Int { rows[path] ?? 0 }
}
