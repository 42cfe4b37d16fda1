internal import FormFiles
internal import Forms

/// Id, version and title of a form. Of a form.yaml only what stands above the choices and the questions is read, so that a
/// list of forms costs nothing.
enum FormHead {
  /// Reads the head of a form's main file.
  static func read(_ bytes: [UInt8], format: FormFiles.Format, fileName: String) throws -> FormDefinition {
    let head = format == .yaml ? aboveSurvey(bytes) : bytes
    return try FormFiles.load(head, format: format, fileName: fileName).definition
  }

  private static func aboveSurvey(_ bytes: [UInt8]) -> [UInt8] {
    var end = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "survey:".utf8) || line.starts(with: "choices:".utf8) { return Array(bytes[..<end]) }
      end += line.count + 1
    }
    return bytes
  }
}
