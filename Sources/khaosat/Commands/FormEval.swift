internal import ArgumentParser
internal import Expressions
internal import FormFiles
internal import JSON

/// `khaosat form eval`: an expression against an XML document, one or a file of them.
struct FormEval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate an expression against an XML document.")

  @Option(name: .long, help: "The XML document.")
  var xml: String?

  @Option(name: .long, help: "Path of the node that relative paths start from (default: the document).")
  var at: String?

  @Option(name: .long, help: "JSON lines with expr, context_xml, context_node, tz; one result a line.")
  var batch: String?

  @OptionGroup var common: CommonOptions

  @Argument(help: "The expression; one that begins with - follows --.")
  var expression: String?

  func validate() throws {
    if batch == nil && (xml == nil || expression == nil) {
      throw ValidationError("Give --xml DOC.xml and an expression, or --batch FILE.jsonl.")
    }
  }

  func run() throws {
    if let batch { return try runBatch(batch) }
    guard let xml, let expression else { return }
    let bytes = try HostFile.read(xml)
    let document = try XMLDocuments.document(bytes, fileName: xml)
    let outcome = Self.evaluate(expression, at: at, in: document, clock: HostClock(), language: common.lang ?? "")
    Printer.result(outcome.serialised())
    if outcome["type"]?.stringValue == "error" { throw ProgramEnd(.problems) }
  }

  private func runBatch(_ path: String) throws {
    var documents: [String: Document] = [:]
    var clocks: [String: HostClock] = [:]
    let host = HostClock()
    for line in try HostFile.read(path).split(separator: 0x0A) {
      let row: JSONValue
      do throws(JSONProblem) { row = try JSONValue(parsing: Array(line)) } catch {
        throw ProgramProblem.badAnswers(path: path, detail: "\(error.line):\(error.column) \(error.code.rawValue)")
      }
      let zone = row["tz"]?.stringValue ?? ""
      let clock = zone.isEmpty ? host : clocks[zone] ?? HostClock(zoneNamed: zone)
      clocks[zone] = clock
      let xml = row["context_xml"]?.stringValue ?? "<root/>"
      let document: Document
      if let known = documents[xml] {
        document = known
      } else {
        do throws(FormFileProblem) { document = try XMLDocuments.document(Array(xml.utf8)) } catch {
          Printer.result(Self.failure("xml", "\(error.code.rawValue)").serialised())
          continue
        }
        documents[xml] = document
      }
      let expression = row["expr"]?.stringValue ?? ""
      let node = row["context_node"]?.stringValue
      Printer.result(
        Self.evaluate(expression, at: node, in: document, clock: clock, language: common.lang ?? "").serialised())
    }
  }

  /// The result as the command prints it.
  static func evaluate(
    _ expression: String, at path: String?, in document: Document, clock: HostClock, language: String
  ) -> JSONValue {
    let moment = Moment(milliseconds: clock.now(), zone: clock.zone, seed: UInt64.random(in: 0...UInt64.max))
    var scope = Scope(document: document, node: .document, moment: moment, language: language)
    do throws(ExpressionProblem) {
      if let path, !path.isEmpty {
        guard case .nodeset(let set) = try Formula(parsing: path).evaluate(in: scope), let node = set.nodes.first else {
          return failure("path", path)
        }
        scope = Scope(document: document, node: node, moment: moment, language: language)
      }
      let formula = try Formula(parsing: expression)
      return try describe(try formula.evaluate(in: scope))
    } catch {
      return failure(error.code.rawValue, ([String(error.at)] + error.arguments).joined(separator: " "))
    }
  }

  private static func describe(_ value: Value) throws(ExpressionProblem) -> JSONValue {
    let type: String
    let shown: JSONValue
    switch value {
    case .number(let number):
      type = "number"
      shown = json(number)
    case .boolean(let truth):
      type = "boolean"
      shown = .bool(truth)
    case .string(let text):
      type = "string"
      shown = .string(text)
    case .date(let date):
      type = "string"
      shown = .string(date.text)
    case .nodeset(let set):
      type = "nodeset"
      shown = .array(set.values.map { .string($0) })
      var object: JSONObject = ["type": .string(type), "value": shown, "string": .string(set.values.first ?? "")]
      if set.count <= 1 { object["number"] = json(try value.asNumber) }
      let isTrue = set.count > 1 ? true : try value.asBoolean
      object["boolean"] = .bool(isTrue)
      return .object(object)
    }
    return .object([
      "type": .string(type), "value": shown, "string": .string(try value.asString), "number": json(try value.asNumber),
      "boolean": .bool(try value.asBoolean),
    ])
  }

  private static func json(_ number: Number) -> JSONValue {
    let text = number.description
    return number.isFinite ? .number(text) : .string(text)
  }

  private static func failure(_ code: String, _ detail: String) -> JSONValue {
    let text = detail.isEmpty ? code : code + ": " + detail
    return .object(["type": .string("error"), "value": .string(text), "string": .string("")])
  }
}
