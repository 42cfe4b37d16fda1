import CSV
import Foundation
import JSON
import Testing

extension TerminalTests {
  /// The main job from the first start to the exported files, key by key in a real terminal.
  @Suite(.serialized)
  struct SurveyTests {
    @Test(arguments: [(80, 24), (40, 15)])
    func `a survey is filled key by key, finalised, exported and found in the files`(_ columns: Int, _ rows: Int) throws
    {
      let answers = try SurveyAnswers(sample: "khao_sat_co_so")
      let desk = try Desk()
      let screen = try desk.start(columns: columns, rows: rows)
      try Desk.introduce("Hoàng Thị Lan", on: screen)
      try Desk.open("bg24-003", on: screen)
      var surveyor = Surveyor(screen, form: try SurveyForm("khao_sat_co_so"), answers: answers)
      try surveyor.fill()
      #expect(surveyor.answered == answers.all.count, "not every question was asked")
      try screen.wait(for: "▸ → Hoàn tất phiếu")
      try screen.press("Enter")
      try screen.wait(for: "Phiếu đã hoàn tất")

      let target = desk.folder.path("usb")
      // What was typed to find the establishment is gone: the list is whole and letters are commands again.
      try screen.wait(until: "the whole list") { !$0.contains("lọc:") && $0.contains("1/100") }
      try screen.press("e")
      try screen.wait(for: "Xuất phiếu đã hoàn tất")
      try screen.send([.key("C-u"), .text(target), .key("Enter")])
      try screen.wait(for: "Đã xuất xong")
      try screen.press("Escape")
      try screen.wait(for: "nhóm theo ngày")
      try screen.press("F10")
      try screen.waitForEnd()

      let batch = try #require(FileManager.default.contentsOfDirectory(atPath: target).first)
      try checkLines(of: "\(target)/\(batch)/records.jsonl", answers)
      try checkTables(in: "\(target)/\(batch)/csv", answers)
      #expect(try desk.run(["batch", "verify", "\(target)/\(batch)"]).exit == 0)
      #expect(try desk.run(["verify"]).exit == 0)
      let visits = try JSONValue(parsing: desk.run(["visits", "--json"]).output)
      let visit = try #require(visits.arrayValue?.first { $0["code"]?.stringValue == "BG24-003" })
      #expect(visit["status"]?.stringValue == "done")
    }

    /// Every answer stands in the record's line.
    private func checkLines(of path: String, _ answers: SurveyAnswers) throws {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 1)
      let line = try JSONValue(parsing: String(try #require(lines.first)))
      let record = try #require(line["x"]?["submission"]?["answers"])
      for answer in answers.all {
        var place: JSONValue? = record
        for name in answer.path.split(separator: "/").dropFirst() {
          place = place?[String(name)]
          if let row = answer.row, place?.arrayValue != nil { place = place?[row] }
        }
        #expect(isSame(place?.stringValue, answer.value), "\(answer.path): \(place?.stringValue ?? "nothing")")
      }
    }

    /// Every answer stands in the column of its question.
    private func checkTables(in folder: String, _ answers: SurveyAnswers) throws {
      var tables: [String: [CSVRow]] = [:]
      for answer in answers.all {
        var names = answer.path.split(separator: "/").dropFirst().map(String.init)
        var file = "khao_sat_co_so"
        if answer.row != nil {
          file += "-" + names[names.count - 2]
          names = [names[names.count - 1]]
        }
        let rows = try tables[file] ?? table("\(folder)/\(file).csv")
        tables[file] = rows
        let head = try #require(rows.first?.fields)
        let column = names.joined(separator: "-")
        let index = head.firstIndex(of: column) ?? head.firstIndex(of: column + "-Latitude")
        let row = (answer.row ?? 0) + 1
        try #require(rows.indices.contains(row), "\(file) has no row \(row)")
        guard let index, rows[row].fields.indices.contains(index) else {
          Issue.record("\(file) has no column \(column)")
          continue
        }
        var cell = rows[row].fields[index]
        if head[index] != column { cell += " " + rows[row].fields[index + 1] }
        #expect(isSame(cell, answer.value), "\(column): \(cell)")
      }
    }

    private func table(_ path: String) throws -> [CSVRow] {
      try CSVReader.readAll(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// The same answer: places are compared as numbers, times by hour and minute.
    private func isSame(_ found: String?, _ value: String) -> Bool {
      guard let found else { return false }
      if found == value { return true }
      let numbers = value.split(separator: " ").prefix(2).compactMap { Double($0) }
      let others = found.split(separator: " ").prefix(2).compactMap { Double($0) }
      if numbers.count == 2, numbers == others { return true }
      return value.hasSuffix("+07:00") && found.prefix(5) == value.prefix(5)
    }
  }
}
