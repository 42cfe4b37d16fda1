internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Records
internal import Vietnamese

/// `khaosat visits add`: an establishment that was not on the list.
struct VisitsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an establishment.")

  @Option(name: .long, help: "Name of the establishment.")
  var label: String

  @Option(name: .long, help: "Its code; a new one when left out.")
  var code: String?

  @Option(name: .long, help: "Day of the visit, dd/MM/yyyy.")
  var date: String?

  @Option(name: .long, help: "The team that goes.")
  var team: String?

  @Option(name: .long, help: "Commune.")
  var place: String?

  @Option(name: .long, help: "Address.")
  var address: String?

  @Option(name: .long, help: "Telephone.")
  var phone: String?

  @Option(name: .long, help: "Forms to fill, separated by commas.")
  var form: String = "khao_sat_co_so"

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let access = common.access
    let day = try dayOfVisit(access.clock)
    let store = try access.writing()
    let visit = Visit(
      id: "visit-" + HostMachine.uuid().prefix(8), code: try newCode(in: store.snapshot), label: label.composed,
      date: day, team: (team ?? "").composed,
      place: Place(commune: (place ?? "").composed, address: (address ?? "").composed), telephone: phone ?? "",
      forms: form.split(separator: ",").map { $0.trimmed }, fields: ["ten_co_so": label.composed])
    try store.appendAndWait([.visit(visit)])
    try store.close()
    Printer.result(json ? JSONValue.object(visit.json).serialised() : visit.id)
  }

  private func dayOfVisit(_ clock: HostClock) throws(ProgramProblem) -> CalendarDate? {
    guard let date, !date.isEmpty else { return nil }
    if let iso = CalendarDate(iso: date) { return iso }
    do throws(TextProblem) {
      return try DateReading(reading: date, around: clock.today.year).date
    } catch {
      throw .badOption(name: "--date", value: date, allowed: "dd/MM/yyyy")
    }
  }

  private func newCode(in snapshot: Snapshot) throws(ProgramProblem) -> String {
    let codes = Set(snapshot.visits.values.map(\.visit.code))
    if let code {
      if codes.contains(code) {
        throw .badOption(name: "--code", value: code, allowed: "a code that no other establishment has")
      }
      return code
    }
    return VisitCode.next(after: codes)
  }
}
