internal import Expressions
internal import FormFiles
internal import Forms
internal import Glibc
internal import Responses

/// Measures the engine alone, without screen and store, on a form in a file. Prints a line for each measure: name, then
/// the median in nanoseconds.
///
///     EngineProbe load FORM COUNT
///     EngineProbe answer FORM REPEAT|- ROWS PATH COUNT        (a `*` in the path is the middle row)
///     EngineProbe choices FORM TEXT-PATH SELECT-PATH COUNT
@main
struct EngineProbe {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    switch (arguments.first, arguments.count) {
    case ("load", 3): load(arguments[1], count: number(arguments[2]))
    case ("answer", 6):
      let rows = arguments[2] == "-" ? nil : (arguments[2], number(arguments[3]))
      answer(arguments[1], rows: rows, path: arguments[4], count: number(arguments[5]))
    case ("choices", 5):
      choices(arguments[1], text: path(arguments[2]), select: path(arguments[3]), count: number(arguments[4]))
    default: fail("EngineProbe load|answer|choices FORM …")
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("peak-kib \(usage.ru_maxrss)")
  }

  private static let moment = Moment(milliseconds: 1_795_143_600_000, zone: .fixed(minutes: 420), seed: 7)
  private static let clock = ContinuousClock()

  /// Reading, checking and opening a form.
  private static func load(_ file: String, count: Int) {
    report("load", measured(warm: count, count: count) { _ in _ = open(file) })
  }

  /// One answer with everything that follows from it.
  private static func answer(_ file: String, rows: (repeat: String, count: Int)?, path place: String, count: Int) {
    var response = open(file)
    if let rows {
      for row in 1..<rows.count {
        guard let id = RowID("row\(row)") else { fail("row") }
        _ = response.apply(.addRow(repeat: path(rows.repeat), row: id), at: moment)
      }
      for row in 1..<rows.count {
        let place = path(replaced(place, by: "{row\(row)}"))
        _ = response.applyStrict(.set(place, String(row % 50)), at: moment)
      }
    }
    let target = path(replaced(place, by: "{row\(max(1, (rows?.count ?? 2) / 2))}"))
    let times = measured(warm: count, count: count) { round in
      if response.applyStrict(.set(target, String(round % 90)), at: moment) != .ok { fail("refused: \(place)") }
    }
    report("answer", times)
    if let rows, rows.count >= 1_000 { remove(path(rows.repeat), count: 20, from: &response) }
  }

  /// Removing a row in the middle of many, with everything that follows from it.
  private static func remove(_ rows: FieldPath, count: Int, from response: inout Response) {
    var times: [Duration] = []
    for _ in 0..<count {
      let ids = response.rows(of: rows)
      let middle = rows.withRow(ids[ids.count / 2])
      times.append(clock.measure { _ = response.apply(.removeRow(middle), at: moment) })
    }
    report("remove-row", times)
  }

  /// A long list: loading it, the first filtered choices after each load, and those after further answers.
  private static func choices(_ file: String, text: FieldPath, select: FieldPath, count: Int) {
    var loads: [Duration] = []
    var firsts: [Duration] = []
    var nexts: [Duration] = []
    for _ in 0..<count {
      var response: Response?
      loads.append(clock.measure { response = open(file) })
      guard var response else { continue }
      for round in 0..<12 {
        _ = response.applyStrict(.set(text, "t\(round)"), at: moment)
        var offered = 0
        let time = clock.measure { offered = response.choices(for: select).count }
        if offered == 0 { fail("nothing offered") }
        if round == 0 { firsts.append(time) } else { nexts.append(time) }
      }
    }
    report("load", loads)
    report("first-filter", firsts)
    report("next-filter", nexts)
  }

  // MARK: - Parts

  private static func open(_ file: String) -> Response {
    do {
      let checked = CheckedForm.check(try FormFiles.read(path: file))
      guard let form = checked.form else { fail("\(checked.problems)") }
      return Response(form: form, instanceID: "1", opened: moment)
    } catch {
      fail("\(error)")
    }
  }

  private static func measured(warm: Int, count: Int, _ body: (Int) -> Void) -> [Duration] {
    for round in 0..<warm { body(round) }
    return (0..<count).map { round in clock.measure { body(round + 1) } }
  }

  private static func report(_ name: String, _ times: [Duration]) {
    let median = times.sorted()[times.count / 2].components
    print("\(name) \(median.seconds * 1_000_000_000 + median.attoseconds / 1_000_000_000)")
  }

  private static func replaced(_ text: String, by row: String) -> String {
    text.split(separator: "*", omittingEmptySubsequences: false).joined(separator: row)
  }

  private static func path(_ text: String) -> FieldPath {
    guard let path = FieldPath(text) else { fail("no path: \(text)") }
    return path
  }

  private static func number(_ text: String) -> Int {
    guard let number = Int(text) else { fail("no number: \(text)") }
    return number
  }

  private static func fail(_ text: String) -> Never {
    print(text)
    exit(1)
  }
}
