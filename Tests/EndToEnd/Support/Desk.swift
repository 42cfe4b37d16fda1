import Foundation

/// A surveyor's laptop of a test: a store with a list of establishments, its own home folder, and the application on it.
struct Desk {
  let folder: TemporaryFolder
  private let forms: String
  var store: String { folder.path("store") }
  /// Settings and other files of the person go into the test's own folder.
  var environment: [String: String] {
    ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path("config"), "KHAOSAT_FORMS": forms]
  }

  /// A laptop with the project's own list and forms.
  init() throws {
    folder = try TemporaryFolder()
    forms = Program.root.appendingPathComponent("forms").path
    try take(list: Program.root.appendingPathComponent("forms/samples/danh-sach-co-so.csv").path)
  }

  /// A laptop with a notebook form of text questions “Câu 01”, “Câu 02” …, and visits K-001, K-002 …
  init(questions: Int, visits: Int) throws {
    folder = try TemporaryFolder()
    forms = folder.path("forms")
    let rows = (1...questions).map { number in
      "      - { type: text, name: c\(Desk.padded(number, 2)), label: { vi: \"Câu \(Desk.padded(number, 2))\" } }\n"
    }
    try folder.write(
      "forms/so_tay/form.yaml",
      """
      form_id: so_tay
      version: "1"
      title: { vi: "Sổ tay" }
      default_language: vi
      survey:
        - type: group
          name: g
          label: { vi: "Hỏi" }
          children:
      \(rows.joined())
      """)
    let list = (1...visits).map { "K-\(Desk.padded($0, 3)),Cơ sở \($0),18/01/2027,so_tay\n" }
    try take(list: folder.write("list.csv", "ma,ten_co_so,ngay_hen,phieu\n" + list.joined()))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private func take(list: String) throws {
    let result = try run(["visits", "import", list])
    guard result.exit == 0 else { throw TmuxScreen.Failure(description: result.words) }
  }

  /// The code of a visit, as it is typed into the filter.
  static func code(_ number: Int) -> String { "k-" + padded(number, 3) }

  /// The label of a question.
  static func label(_ question: Int) -> String { "Câu " + padded(question, 2) }

  /// The path of a question.
  static func path(_ question: Int) -> String { "/data/g/c" + padded(question, 2) }

  /// Runs a command on the store.
  func run(_ arguments: [String]) throws -> Program.Result {
    try Program.run(arguments + ["--store", store], environment: environment)
  }

  /// Starts the application.
  func start(
    columns: Int = 80, rows: Int = 24, _ arguments: [String] = [], wrapper: String = ""
  ) throws -> TmuxScreen {
    try TmuxScreen(
      ["--store", store] + arguments, columns: columns, rows: rows, environment: environment, wrapper: wrapper)
  }

  /// The first start: who sits at the machine.
  static func introduce(_ person: String, on screen: TmuxScreen) throws {
    try screen.wait(for: "▸ Người nhập")
    try screen.send([.text(person), .key("Enter")])
    try screen.wait(for: "▸ Đoàn khảo sát")
    try screen.send([.text("Đoàn 1"), .key("Enter")])
    try screen.wait(for: "▸ Tên máy")
    try screen.press("Enter")
    try screen.wait(for: "▸ Đồng hồ máy")
    try screen.press("Enter")
    try screen.wait(for: "nhóm theo ngày")
  }

  /// The first start, and out again.
  func prepare() throws {
    let screen = try start()
    try Desk.introduce("Hoàng Thị Lan", on: screen)
    try screen.press("F10")
    try screen.waitForEnd()
  }

  /// Finds an establishment that has one form by its code, and opens the form.
  static func open(_ code: String, on screen: TmuxScreen) throws {
    try screen.send([.text("/\(code)")])
    try screen.wait(until: "\(code) alone") { $0.contains("lọc: [\(code)") && $0.contains("\(code.uppercased()):") }
    try screen.press("Enter")
    try screen.wait(until: "the form") { !$0.contains("nhóm theo ngày") && $0.contains("▸") }
  }
}
