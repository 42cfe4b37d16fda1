import Forms
import TestSupport

/// Makes random forms whose expressions read only what stands before them, so that there are no cycles, and random edits.
struct RandomForm {
  private var generator: SeededGenerator
  private var made = 0
  /// Names of numeric questions and calculations, with the repeats around them.
  private var numbers: [(name: String, path: [String])] = []
  private var repeats: [(name: String, path: [String])] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A survey of some groups, repeats, questions and calculations.
  mutating func survey() -> [SurveyRow] { rows(count: Int.random(in: 6...14, using: &generator), inside: [], depth: 0) }

  private mutating func name(_ prefix: String) -> String {
    made += 1
    return "\(prefix)\(made)"
  }

  private mutating func rows(count: Int, inside path: [String], depth: Int) -> [SurveyRow] {
    var rows: [SurveyRow] = []
    for _ in 0..<count {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0 where depth < 3:
        let inner = Int.random(in: 1...4, using: &generator)
        let group = name("g")
        let relevant = condition(inside: path)
        let children = self.rows(count: inner, inside: path, depth: depth + 1)
        rows.append(FormFixture.row("group", group, relevant, children: children))
      case 1 where depth < 2, 2 where depth < 2:
        let inner = Int.random(in: 2...5, using: &generator)
        let rowName = name("r")
        var columns = condition(inside: path)
        if Int.random(in: 0..<4, using: &generator) == 0, let source = scalar(inside: path) {
          columns[.repeatCount] = "coalesce(${\(source)}, 0) mod 4"
        }
        let children = self.rows(count: inner, inside: path + [rowName], depth: depth + 1)
        rows.append(FormFixture.row("repeat", rowName, columns, children: children))
        repeats.append((rowName, path))
      case 3, 4, 5: rows.append(calculation(inside: path))
      default: rows.append(question(inside: path))
      }
    }
    return rows
  }

  private mutating func question(inside path: [String]) -> SurveyRow {
    var columns = condition(inside: path)
    if Bool.random(using: &generator), let other = scalar(inside: path) { columns[.required] = "${\(other)} > 3" }
    if Bool.random(using: &generator) {
      columns[.constraint] = scalar(inside: path).map { ". != ${\($0)}" } ?? ". < 8"
    }
    if Int.random(in: 0..<5, using: &generator) == 0 { columns[.defaultValue] = "3" }
    if Int.random(in: 0..<8, using: &generator) == 0 {
      columns[.readOnly] = scalar(inside: path).map { "${\($0)} = 2" }
    }
    let question = name("q")
    numbers.append((question, path))
    return FormFixture.row("integer", question, columns)
  }

  private mutating func calculation(inside path: [String]) -> SurveyRow {
    var candidates: [String] = [path.isEmpty ? "'p'" : "position(..)", "3 * 4"]
    if let one = scalar(inside: path) {
      candidates.append("coalesce(${\(one)}, 0) + 1")
      candidates.append("if(${\(one)} > 2, 'a', ${\(one)})")
    }
    if let all = many(inside: path) {
      candidates.append("sum(${\(all)})")
      candidates.append("count-non-empty(${\(all)})")
      candidates.append("max(${\(all)}) - 1")
    }
    if let rows = repeats.randomElement(using: &generator) { candidates.append("count(${\(rows.name)})") }
    if let other = other(inside: path) { candidates.append(other) }
    let expression: String = candidates.randomElement(using: &generator) ?? "1"
    let calculation = name("c")
    let columns = condition(inside: path)
    let row = FormFixture.row("calculate", calculation, columns.merging([.calculation: expression]) { $1 })
    numbers.append((calculation, path))
    return row
  }

  /// A relevance, sometimes.
  private mutating func condition(inside path: [String]) -> [Column: String] {
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return [:] }
    if let source = scalar(inside: path), Bool.random(using: &generator) { return [.relevant: "${\(source)} != 1"] }
    if let source = many(inside: path) { return [.relevant: "sum(${\(source)}) < 20"] }
    return [:]
  }

  /// Something with one value here: all repeats around it are around the place too.
  private mutating func scalar(inside path: [String]) -> String? {
    numbers.filter { path.starts(with: $0.path) }.randomElement(using: &generator)?.name
  }

  private mutating func many(inside path: [String]) -> String? {
    numbers.randomElement(using: &generator)?.name
  }

  /// Reads another row of the own repeat.
  private mutating func other(inside path: [String]) -> String? {
    guard let holder = path.last, path.count == 1 else { return nil }
    let source = numbers.filter { $0.path == path }.randomElement(using: &generator)
    return source.map { "indexed-repeat(${\($0.name)}, ${\(holder)}, 1)" }
  }
}
