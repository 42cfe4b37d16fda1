internal import ArgumentParser
internal import Fieldwork
internal import JSON
internal import Records
internal import Vietnamese

/// `khaosat visits`: the establishments to be visited.
struct VisitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visits", abstract: "List, import, add and mark the establishments to be visited.",
    subcommands: [VisitsList.self, VisitsImport.self, VisitsAdd.self, VisitsSet.self],
    defaultSubcommand: VisitsList.self)
}

/// `khaosat visits [--json]`: the list with the state of every form.
struct VisitsList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the visits.")

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let snapshot = try common.access.reading().snapshot
    let visits = snapshot.visits.values.map(\.visit).orderedByCode()
    if json {
      return Printer.result(JSONValue.array(visits.map { Self.row($0, snapshot) }).serialised())
    }
    for visit in visits {
      Printer.result(
        fields: [
          visit.code, visit.label, visit.status.rawValue, visit.date?.iso ?? "", visit.team, visit.place.commune,
        ])
    }
  }

  private static func row(_ visit: Visit, _ snapshot: Snapshot) -> JSONValue {
    let records = (snapshot.recordsByVisit[visit.id] ?? []).compactMap { snapshot.records[$0] }
    var forms: [JSONValue] = []
    for form in visit.forms where !records.contains(where: { $0.form == form }) {
      forms.append(["form": .string(form), "record": nil, "state": nil])
    }
    for record in records {
      forms.append([
        "form": .string(record.form), "record": .string(record.id), "state": .string(record.status.rawValue),
      ])
    }
    return [
      "visit": .string(visit.id), "code": .string(visit.code), "label": .string(visit.label),
      "status": .string(visit.status.rawValue), "date": visit.date.map { .string($0.iso) } ?? .null,
      "team": .string(visit.team), "place": .string(visit.place.commune), "forms": .array(forms),
    ]
  }
}

/// `khaosat visits set ID --status S`: what became of a visit.
struct VisitsSet: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "set", abstract: "Set the status of a visit.")

  @Argument(help: "The id or code of the visit.")
  var visit: String

  @Option(name: .long, help: "planned, in_progress, done, refused, absent, closed or moved.")
  var status: String

  @Option(name: .long, help: "Why, in a few words.")
  var reason: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let wanted = VisitStatus(rawValue: status) else {
      throw ProgramProblem.badOption(
        name: "--status", value: status, allowed: VisitStatus.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let store = try common.access.writing()
    let found = try VisitSearch.visit(visit, in: store.snapshot)
    var changes: JSONObject = ["status": .string(wanted.rawValue)]
    if let reason { changes["reason"] = .string(reason) }
    try store.appendAndWait([.visit(found.id, changes: changes)])
    try store.close()
  }
}

/// Finds a visit by what a person calls it.
enum VisitSearch {
  /// The visit of an id or a code.
  static func visit(_ name: String, in snapshot: Snapshot) throws(ProgramProblem) -> Visit {
    if let visit = snapshot.visits[name]?.visit { return visit }
    guard let visit = snapshot.visits.values.first(where: { $0.visit.code == name })?.visit else {
      throw .unknownVisit(id: name)
    }
    return visit
  }
}
