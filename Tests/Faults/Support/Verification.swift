import JSON

/// What `khaosat verify --json` said.
struct Verification {
  /// A damaged place.
  struct Place: Hashable {
    let file: String
    let line: Int
    let kind: String
  }

  let exit: Int32
  let isWhole: Bool
  let lines: Int
  let damaged: [Place]
  let gaps: [(device: String, from: Int, to: Int)]
  let forks: Int
  let text: String

  init(_ result: Program.Result) throws {
    let json = try JSONValue(parsing: result.output)
    exit = result.exit
    isWhole = json["ok"]?.boolValue == true
    lines = json["lines"]?.intValue ?? -1
    damaged = (json["damaged"]?.arrayValue ?? []).map {
      Place(
        file: $0["file"]?.stringValue ?? "", line: $0["line"]?.intValue ?? -1, kind: $0["kind"]?.stringValue ?? "")
    }
    gaps = (json["gaps"]?.arrayValue ?? []).map {
      ($0["device"]?.stringValue ?? "", $0["from"]?.intValue ?? -1, $0["to"]?.intValue ?? -1)
    }
    forks = json["forks"]?.arrayValue?.count ?? -1
    text = String(result.output.prefix(600))
  }
}
