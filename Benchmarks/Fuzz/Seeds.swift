internal import Archive
internal import Expressions
internal import FormFiles
internal import Forms
internal import Glibc

/// Inputs to begin with: examples of functions, and forms in all formats.
enum Seeds {
  static func write(_ target: FuzzTarget, to folder: String, forms: [String]) {
    var inputs: [[UInt8]] = []
    switch target {
    case .expressions:
      for entry in FunctionTable.all {
        inputs += entry.examples.map { Array($0.expression.utf8) }
        inputs.append(Array("\(entry.name)(/data/a, ../x, 'a', 1)".utf8))
      }
      let paths = [
        "/data/a[2]/../r//x[. > 1]", "(a | //x)[last()]", "-1 div 3 mod 2 <= 4 and not(a != 'b')", "count(//*[@b])",
      ]
      inputs += paths.map { Array($0.utf8) }
    case .yaml: inputs = forms.map(read)
    case .xform: inputs = forms.compactMap { export($0, .xml) }
    case .xlsx: inputs = forms.compactMap { export($0, .xlsx) } + forms.compactMap(parts)
    }
    for (number, bytes) in inputs.enumerated() { write(bytes, to: "\(folder)/seed-\(number)") }
  }

  private static func export(_ path: String, _ format: FormFiles.Format) -> [UInt8]? {
    guard let definition = try? FormFiles.read(path: path), let form = CheckedForm.check(definition).form else {
      return nil
    }
    return FormFiles.export(form, to: format).bytes
  }

  /// The parts of the form's workbook with zero bytes between them.
  private static func parts(_ path: String) -> [UInt8]? {
    guard let bytes = export(path, .xlsx), let archive = try? ArchiveReader(bytes) else { return nil }
    let names = [
      "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml",
      "xl/styles.xml",
    ]
    return Array(names.map { (try? archive.content(of: $0)) ?? [] }.joined(separator: [0]))
  }

  static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
