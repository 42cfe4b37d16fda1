import Expressions
import Forms
import Responses
import Testing

@Suite("Values that are computed")
struct ComputedValueTests {
  private func open(_ survey: [SurveyRow], zone: Zone = .fixed(minutes: 420)) throws -> Response {
    let checked = FormFixture.check(survey)
    #expect(checked.errors.isEmpty, "\(checked.errors)")
    let moment = Moment(
      milliseconds: 1_795_143_600_000, zone: zone, seed: 7, deviceID: "dev", properties: ["username": "lan"])
    return Response(form: try #require(checked.form), instanceID: "1", opened: moment)
  }

  @Test(
    "a computed truth value goes on as one, though it prints as a word",
    arguments: [
      ("${no}", "false"), ("not(${no})", "true"), ("${yes} = 1", "true"), ("if(${no}, 'a', 'b')", "b"),
      ("${yes} + 1", "2"), ("${no} + 1", "1"), ("sum(${yes})", "1"), ("checklist(1, 1, ${yes}, ${no})", "true"),
      ("${yes} = '1'", "true"), ("${yes} = '0'", "false"), ("'0' = ${no}", "true"), ("${no} != '0'", "false"),
      ("${no} = 0", "true"), ("${yes} = 'true'", "true"), ("${no} = 'false'", "true"), ("${no} = ''", "true"),
      ("max(${yes}, ${no})", "1"), ("string(${no})", "false"), ("coalesce(${no}, 5)", "false"),
      ("not(${again})", "true"),
    ])
  func truth(expression: String, expected: String) throws {
    let response = try open([
      FormFixture.row("integer", "n"), FormFixture.row("calculate", "yes", [.calculation: "${n} = ''"]),
      FormFixture.row("calculate", "no", [.calculation: "${n} > 2"]),
      FormFixture.row("calculate", "again", [.calculation: "${no}"]),
      FormFixture.row("calculate", "read", [.calculation: expression]),
    ])
    #expect(response.leaf("/data/read") == expected)
  }

  @Test("a text that was a truth value reads as a text again, and what reads it follows")
  func change() throws {
    var response = try open([
      FormFixture.row("integer", "n"),
      FormFixture.row("calculate", "mixed", [.calculation: "if(${n} = 1, 'false', ${n} = 2)"]),
      FormFixture.row("text", "shown", [.relevant: "${mixed}"]),
    ])
    let shown = try #require(response.fieldPath("/data/shown"))
    #expect(response.leaf("/data/mixed") == "false")
    #expect(!response.isRelevant(shown))
    response.set("/data/n", "1")
    #expect(response.leaf("/data/mixed") == "false")
    #expect(response.isRelevant(shown))
    response.set("/data/n", "3")
    #expect(!response.isRelevant(shown))
  }

  @Test("a number question keeps a truth value as 1 or 0")
  func number() throws {
    let response = try open([
      FormFixture.row("integer", "i", [.calculation: "1 = 1"]),
      FormFixture.row("decimal", "d", [.calculation: "1 = 2"]),
    ])
    #expect(response.leaf("/data/i") == "1")
    #expect(response.leaf("/data/d") == "0")
  }

  @Test("an answer that is typed over a truth value reads as what it is")
  func typed() throws {
    var response = try open([
      FormFixture.row("text", "t", [.defaultValue: "not(true())"]),
      FormFixture.row("calculate", "c", [.calculation: "if(${t}, 'a', 'b')"]),
    ])
    #expect(response.leaf("/data/c") == "b")
    response.set("/data/t", "0")
    #expect(response.leaf("/data/c") == "a")
  }

  @Test(
    "defaults and calculations are written as answers are", arguments: [(420, "+07:00"), (0, "Z"), (-300, "-05:00")])
  func written(minutes: Int, mark: String) throws {
    let response = try open(
      [
        FormFixture.row("time", "a", [.defaultValue: "8:30"]), FormFixture.row("time", "b", [.defaultValue: "now()"]),
        FormFixture.row("time", "c", [.calculation: "now()"]), FormFixture.row("time", "d", [.calculation: "'08:30'"]),
        FormFixture.row("dateTime", "e", [.calculation: "'2026-01-02'"]),
        FormFixture.row("dateTime", "f", [.defaultValue: "2026-01-02T08:30"]),
        FormFixture.row("geopoint", "g", [.calculation: "concat('21.5', ' 105.5')"]),
        FormFixture.row("geotrace", "h", [.defaultValue: "21.5 105.5;21 105"]),
        FormFixture.row("time", "i", [.calculation: "today()"]),
      ], zone: .fixed(minutes: minutes))
    let now = CalendarValue(milliseconds: 1_795_143_600_000, zone: .fixed(minutes: minutes)).fullText
    #expect(response.leaf("/data/a") == "08:30:00.000" + mark)
    #expect(response.leaf("/data/b") == String(now.dropFirst(11)))
    #expect(response.leaf("/data/c") == String(now.dropFirst(11)))
    #expect(response.leaf("/data/d") == "08:30:00.000" + mark)
    #expect(response.leaf("/data/e") == "2026-01-02T00:00:00.000" + mark)
    #expect(response.leaf("/data/f") == "2026-01-02T08:30:00.000" + mark)
    #expect(response.leaf("/data/g") == "21.5 105.5 0.0 0.0")
    #expect(response.leaf("/data/h") == "21.5 105.5 0.0 0.0; 21.0 105.0 0.0 0.0")
    #expect(response.leaf("/data/i") == "00:00:00.000" + mark)
    #expect(response.problems.isEmpty)
  }

  @Test("places that were not answered are inside of nothing")
  func places() throws {
    var response = try open([
      FormFixture.row("geopoint", "p"), FormFixture.row("geoshape", "s"),
      FormFixture.row("calculate", "c", [.calculation: "geofence(${p}, ${s})"]),
    ])
    #expect(response.leaf("/data/c") == "false")
    response.set("/data/s", "1 1;1 2;2 2;2 1;1 1")
    #expect(response.leaf("/data/c") == "false")
    response.set("/data/p", "1.5 1.5")
    #expect(response.leaf("/data/c") == "true")
    response.set("/data/s", "")
    #expect(response.leaf("/data/c") == "false")
    #expect(response.problems.isEmpty)
  }

  @Test("a time is taken in every zone", arguments: [(420, "+07:00"), (0, "Z"), (-300, "-05:00")])
  func zones(minutes: Int, mark: String) throws {
    var response = try open([FormFixture.row("time", "t"), FormFixture.row("dateTime", "d")])
    let moment = Moment(
      milliseconds: 1_795_143_600_000, zone: .fixed(minutes: minutes), seed: 7, deviceID: "dev", properties: [:])
    let time = try #require(response.fieldPath("/data/t"))
    let whole = try #require(response.fieldPath("/data/d"))
    #expect(response.apply(.set(time, "08:30"), at: moment) == .ok)
    #expect(response.leaf("/data/t") == "08:30:00.000" + mark)
    #expect(response.apply(.set(whole, "2026-01-02T08:30"), at: moment) == .ok)
    #expect(response.leaf("/data/d") == "2026-01-02T08:30:00.000" + mark)
    #expect(response.apply(.set(time, "08:30Z"), at: moment) == .ok)
    #expect(response.leaf("/data/t") == "08:30:00.000" + (minutes == 0 ? "Z" : "+00:00"))
  }
}
