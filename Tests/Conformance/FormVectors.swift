import Glibc
import JSON
import Testing

/// The recorded form scenarios: one folder a form, with steps and what another engine made of them.
enum FormVectors {
  static let folder: String = {
    if let path = getenv("KHAOSAT_VECTORS") { return String(cString: path) + "/forms" }
    let project = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(project)/shared/vectors/forms"
  }()

  /// The scenarios present, each with its form files.
  static let cases: [FormVectorCase] = names.flatMap { name in
    ["form.xlsx", "form.xml"].compactMap { file in
      access("\(folder)/\(name)/\(file)", R_OK) == 0 ? FormVectorCase(name: name, file: file) : nil
    }
  }

  private static var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if access("\(folder)/\(name)/expected.json", R_OK) == 0 { found.append(name) }
    }
    return found.sorted()
  }

  /// The content of a JSON file of a scenario.
  static func json(_ name: String, _ file: String) throws -> JSONValue {
    guard let stream = fopen("\(folder)/\(name)/\(file)", "r") else { return .null }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return try JSONValue(parsing: bytes)
  }
}

/// One form file of a scenario.
struct FormVectorCase: CustomTestStringConvertible, Sendable {
  let name: String
  let file: String

  var path: String { "\(FormVectors.folder)/\(name)/\(file)" }
  var testDescription: String { "\(name)/\(file)" }
}
