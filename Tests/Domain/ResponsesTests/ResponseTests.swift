import Forms
import Responses
import Testing

@Suite("Filling a form")
struct ResponseTests {
  private func open(_ survey: [SurveyRow], choices: [ChoiceList] = []) throws -> Response {
    let checked = FormFixture.check(survey, choices: choices)
    #expect(checked.errors.isEmpty, "\(checked.errors)")
    return FormFixture.open(try #require(checked.form))
  }

  @Test("an irrelevant answer reads as empty, stays, and comes back")
  func relevance() throws {
    var response = try open([
      FormFixture.row("integer", "a"), FormFixture.row("integer", "b", [.relevant: "${a} > 1"]),
      FormFixture.row("calculate", "c", [.calculation: "coalesce(${b}, 0) + 1"]),
    ])
    #expect(response.leaf("/data/b") == nil)
    response.set("/data/a", "2")
    response.set("/data/b", "5")
    #expect(response.leaf("/data/c") == "6")
    response.set("/data/a", "1")
    #expect(response.leaf("/data/b") == nil)
    #expect(response.leaf("/data/c") == "1")
    #expect(response.set("/data/b", "9") == .irrelevant)
    response.set("/data/a", "3")
    #expect(response.leaf("/data/c") == "10")
  }

  @Test("required comes first, a constraint is never asked about nothing, a wrong answer is kept with its problem")
  func checks() throws {
    var response = try open([
      FormFixture.row("integer", "a", [.required: "yes", .constraint: ". >= 10", .warning: ". < 100", .missing: "dk"])
    ])
    #expect(response.problems.map(\.kind) == [.required])
    #expect(response.set("/data/a", "5") == .constraint)
    #expect(response.leaf("/data/a") == "5")
    #expect(response.set("/data/a", "abc") == .type)
    #expect(response.set("/data/a", "200") == .ok)
    #expect(response.problems.map(\.kind) == [.warning])
    let path = try #require(response.fieldPath("/data/a"))
    response.apply(.confirmWarning(path, reason: "measured"), at: FormFixture.moment)
    #expect(response.problems.first?.confirmed == "measured")
    #expect(response.problemCounts.warnings == 0)
    #expect(response.set("/data/a", "") == .required)
    #expect(response.apply(.missing(path, reason: "dk"), at: FormFixture.moment) == .ok)
    #expect(response.problems.isEmpty)
    #expect(response.apply(.missing(path, reason: "na"), at: FormFixture.moment) == .unknown)
    #expect(response.remarks().map(\.missing) == ["dk"])
  }

  @Test("refused answers leave the old value when asked for strictly")
  func strict() throws {
    var response = try open([FormFixture.row("integer", "a", [.constraint: ". < 10"])])
    let path = try #require(response.fieldPath("/data/a"))
    #expect(response.applyStrict(.set(path, "3"), at: FormFixture.moment) == .ok)
    #expect(response.applyStrict(.set(path, "30"), at: FormFixture.moment) == .constraint)
    #expect(response.applyStrict(.set(path, "x"), at: FormFixture.moment) == .type)
    #expect(response.leaf("/data/a") == "3")
  }

  @Test("rows keep their ids, and what counts them follows")
  func rows() throws {
    var response = try open([
      FormFixture.row(
        "repeat", "r",
        children: [
          FormFixture.row("integer", "x"), FormFixture.row("calculate", "n", [.calculation: "position(..)"]),
          FormFixture.row("calculate", "before", [.calculation: "indexed-repeat(${x}, ${r}, position(..) - 1)"]),
        ]), FormFixture.row("calculate", "sum", [.calculation: "sum(${x})"]),
      FormFixture.row("calculate", "rows", [.calculation: "count(${r})"]),
    ])
    response.set("/data/r[1]/x", "4")
    #expect(response.add("/data/r", "aa") == .ok)
    #expect(response.add("/data/r", "bb") == .ok)
    response.set("/data/r{bb}/x", "10")
    #expect(response.leaf("/data/sum") == "14")
    #expect(response.leaf("/data/r[3]/n") == "3")
    response.set("/data/r{aa}/x", "7")
    #expect(response.leaf("/data/r[3]/before") == "7")
    #expect(response.remove("/data/r{aa}") == .ok)
    #expect(response.leaf("/data/r[2]/before") == "4")
    #expect(response.leaf("/data/rows") == "2")
    #expect(response.remove("/data/r{aa}") == .unknown)
    #expect(response.fieldPath("/data/r[2]/x")?.description == "/data/r{bb}/x")
    #expect(response.indexPath(of: try #require(FieldPath("/data/r{bb}/x"))) == "/data/r[2]/x")
  }

  @Test("a repeat count makes rows and takes none away; new outer rows begin without inner rows")
  func counts() throws {
    var response = try open([
      FormFixture.row("integer", "n"),
      FormFixture.row("repeat", "r", [.repeatCount: "${n} + 1"], children: [FormFixture.row("text", "x")]),
      FormFixture.row(
        "repeat", "o",
        children: [
          FormFixture.row("integer", "m"),
          FormFixture.row("repeat", "i", [.repeatCount: "${m}"], children: [FormFixture.row("text", "y")]),
        ]),
    ])
    #expect(response.rows(of: try #require(FieldPath("/data/r"))).count == 1)
    response.set("/data/n", "2")
    #expect(response.leaf("/data/r_count") == "3")
    #expect(response.rows(of: try #require(FieldPath("/data/r"))).map(\.raw) == ["1", "2", "3"])
    response.set("/data/n", "0")
    #expect(response.rows(of: try #require(FieldPath("/data/r"))).count == 3)
    #expect(response.add("/data/r", "z") == .readonly)
    response.add("/data/o", "q")
    #expect(response.rows(of: try #require(FieldPath("/data/o{q}/i"))).isEmpty)
    response.set("/data/o[2]/m", "2")
    #expect(response.leaf("/data/o[2]/i[2]/y") == "")
  }

  @Test("defaults are computed once, triggers when their trigger changes, once() keeps its value")
  func defaultsAndTriggers() throws {
    var response = try open([
      FormFixture.row("integer", "a", [.defaultValue: "4 + 4"]), FormFixture.row("integer", "b", [.defaultValue: "2"]),
      FormFixture.row("calculate", "t", [.calculation: "${a} + ${b}", .trigger: "${b}"]),
      FormFixture.row("calculate", "o", [.calculation: "once(${a})"]),
    ])
    #expect(response.leaf("/data/a") == "8")
    #expect(response.leaf("/data/t") == "")
    response.set("/data/a", "1")
    #expect(response.leaf("/data/t") == "")
    response.set("/data/b", "5")
    #expect(response.leaf("/data/t") == "6")
    #expect(response.leaf("/data/o") == "8")
  }

  @Test("metadata, names of instances, texts and languages")
  func surroundings() throws {
    var definition = FormFixture.definition(
      [
        FormFixture.row("start", "s"), FormFixture.row("username", "u"), FormFixture.row("end", "e"),
        FormFixture.row("select_one xa", "xa", label: "Commune of ${u}"),
      ], choices: [FormFixture.list("xa", "a", "b")])
    definition.instanceName = SourceText("concat(jr:choice-name(${xa}, '${xa}'), '-', ${u})")
    var response = FormFixture.open(try #require(CheckedForm.check(definition).form))
    response.set("/data/xa", "b")
    #expect(response.instanceName == "B-lan")
    #expect(response.leaf("/data/s")?.hasSuffix("+07:00") == true)
    #expect(response.text(.label, at: try #require(FieldPath("/data/xa"))) == "Commune of lan")
    #expect(response.items.map(\.display) == ["B"])
    #expect(response.leaf("/data/e") == "")
    response.finalise(at: FormFixture.moment)
    #expect(response.leaf("/data/e") == response.leaf("/data/s"))
    #expect(response.set("/data/xa", "a") == .readonly)
  }

  @Test("choices follow their filter, and an answer no longer offered is a problem")
  func choices() throws {
    var response = try open(
      [
        FormFixture.row("select_one tinh", "tinh"),
        FormFixture.row("select_one xa", "xa", [.choiceFilter: "tinh = ${tinh}"]),
        FormFixture.row("select_multiple xa", "nhieu"), FormFixture.row("rank xa", "hang"),
      ], choices: [FormFixture.list("tinh", "t1", "t2"), FormFixture.list("xa", "a|tinh=t1", "b|tinh=t2", "c|tinh=t2")])
    response.set("/data/tinh", "t2")
    let path = try #require(response.fieldPath("/data/xa"))
    #expect(response.choices(for: path).map(\.value) == ["b", "c"])
    #expect(response.set("/data/xa", "a") == .choice)
    #expect(response.set("/data/xa", "c") == .ok)
    response.set("/data/tinh", "t1")
    #expect(response.problems.map(\.kind) == [.choice])
    #expect(response.set("/data/nhieu", "a zz") == .choice)
    #expect(response.set("/data/nhieu", "a c") == .ok)
    #expect(response.set("/data/hang", "a a") == .type)
  }

  @Test("choices may come from the rows of a repeat")
  func choicesFromRows() throws {
    var response = try open([
      FormFixture.row("repeat", "r", children: [FormFixture.row("text", "ten")]),
      FormFixture.row("select_one ${ten}", "ai"),
    ])
    response.set("/data/r[1]/ten", "Lan")
    response.add("/data/r", "b")
    response.set("/data/r[2]/ten", "Huy")
    #expect(response.choices(for: try #require(FieldPath("/data/ai"))).map(\.label) == ["Lan", "Huy"])
    #expect(response.set("/data/ai", "Huy") == .ok)
    response.remove("/data/r[2]")
    #expect(response.problems.map(\.kind) == [.choice])
  }

  @Test("an own answer, an acknowledgement, a range, dates and places")
  func kinds() throws {
    var response = try open(
      [
        FormFixture.row("select_one xa or_other", "xa"), FormFixture.row("acknowledge", "ok"),
        FormFixture.row("range", "muc", [.parameters: "start=0 end=10 step=2"]), FormFixture.row("date", "d"),
        FormFixture.row("time", "t"), FormFixture.row("geopoint", "g"), FormFixture.row("percentage", "p"),
      ], choices: [FormFixture.list("xa", "a", "b")])
    #expect(response.leaf("/data/xa_other") == nil)
    #expect(response.set("/data/xa", "other") == .ok)
    #expect(response.leaf("/data/xa_other") == "")
    #expect(response.set("/data/ok", "yes") == .type)
    #expect(response.set("/data/muc", "3") == .constraint)
    #expect(response.set("/data/muc", "4") == .ok)
    #expect(response.set("/data/d", "2026-02-29") == .type)
    #expect(response.set("/data/d", "2028-02-29") == .ok)
    response.set("/data/t", "08:30")
    #expect(response.leaf("/data/t") == "08:30:00.000+07:00")
    #expect(response.set("/data/g", "91 0") == .type)
    #expect(response.set("/data/g", "21.59 105.840 0 5") == .ok)
    #expect(response.leaf("/data/g") == "21.59 105.84 0.0 5.0")
    #expect(response.set("/data/p", "101") == .constraint)
  }

  @Test("questions that trigger each other in a ring come to rest")
  func ring() throws {
    var response = try open([
      FormFixture.row("integer", "a", [.calculation: "${b} + 1", .trigger: "${b}"]),
      FormFixture.row("integer", "b", [.calculation: "${a} + 1", .trigger: "${a}"]),
    ])
    #expect(response.set("/data/a", "1") == .ok)
    #expect(response.leaf("/data/b") != "")
  }

  @Test("a count that counts itself grows by one row with each edit")
  func selfFeedingCount() throws {
    var response = try open([
      FormFixture.row("calculate", "n", [.calculation: "count(${r})"]),
      FormFixture.row(
        "repeat", "r", [.repeatCount: "if(indexed-repeat(${x}, ${r}, ${n}) != '', ${n} + 1, ${n})"],
        children: [FormFixture.row("text", "x")]),
    ])
    response.set("/data/r[1]/x", "a")
    #expect(response.leaf("/data/n") == "2")
    response.set("/data/r[2]/x", "b")
    #expect(response.leaf("/data/n") == "3")
  }

  @Test("a formula that cannot be computed is a problem, and what it hides stays in reach")
  func faults() throws {
    var response = try open([
      FormFixture.row("repeat", "r", children: [FormFixture.row("integer", "x")]),
      FormFixture.row("text", "y", [.relevant: "${x} > 1"]),
      FormFixture.row("calculate", "z", [.calculation: "${x} + 1"]),
    ])
    response.set("/data/r[1]/x", "3")
    #expect(response.leaf("/data/z") == "4")
    response.add("/data/r", "b")
    #expect(response.leaf("/data/y") == "")
    #expect(response.leaf("/data/z") == "")
    #expect(response.problems.map(\.kind) == [.formula, .formula])
    #expect(response.problems.map(\.severity) == [.warning, .warning])
    response.remove("/data/r[2]")
    #expect(response.problems.isEmpty)
  }

  @Test("what a default triggers is set at the opening, before anything is found not to be relevant")
  func defaultsTrigger() throws {
    let form = try #require(
      FormFixture.check([
        FormFixture.row("integer", "a", [.relevant: "false()", .defaultValue: "1 + 2"]),
        FormFixture.row("calculate", "b", [.calculation: "${a}", .trigger: "${a}"]),
      ]).form)
    #expect(FormFixture.open(form).leaf("/data/b") == "3")
  }

  @Test("a count beyond the limit is a problem of what counts, as long as it asks for too many")
  func tooManyRows() throws {
    let form = try #require(
      FormFixture.check([
        FormFixture.row("integer", "n"),
        FormFixture.row("repeat", "r", [.repeatCount: "${n}"], children: [FormFixture.row("integer", "x")]),
      ]).form)
    var response = FormFixture.open(form)
    #expect(response.set("/data/n", "20001") == .ok)
    #expect(response.rows(of: try #require(FieldPath("/data/r"))).count == Response.rowLimit)
    #expect(response.problems.map(\.kind) == [.rows])
    #expect(response.problems.map(\.indexPath) == ["/data/n"])
    #expect(response.problemCounts.errors == 1)
    response.set("/data/n", "20000")
    #expect(response.problems.isEmpty)
  }

  @Test("places among the rows follow when a row goes")
  func positionsFollow() throws {
    let form = try #require(
      FormFixture.check([
        FormFixture.row(
          "repeat", "r", children: [FormFixture.row("calculate", "p", [.calculation: "position(..)"])])
      ]).form)
    var response = FormFixture.open(form)
    for row in 2...40 { response.add("/data/r", "row\(row)") }
    response.remove("/data/r[20]")
    for row in 1...39 { #expect(response.leaf("/data/r[\(row)]/p") == "\(row)") }
  }

  @Test("the inverse of an edit brings back what it changed, a removed row with all that it held")
  func inverse() throws {
    var response = try open([
      FormFixture.row("integer", "a", [.missing: "dk"]),
      FormFixture.row(
        "repeat", "m",
        children: [
          FormFixture.row("integer", "x"), FormFixture.row("text", "y", [.relevant: "${x} > 1"]),
          FormFixture.row("repeat", "n", children: [FormFixture.row("integer", "z")]),
        ]),
    ])
    func undone(_ edit: Edit) -> Bool {
      let before = (response.leaves(), response.remarks())
      let inverse = response.inverse(of: edit)
      response.apply(edit, at: FormFixture.moment)
      for edit in inverse { response.apply(edit, at: FormFixture.moment) }
      return response.leaves().map(\.value) == before.0.map(\.value) && response.remarks() == before.1
    }
    let a = try #require(response.fieldPath("/data/a"))
    #expect(undone(.set(a, "5")))
    response.set("/data/a", "5")
    #expect(undone(.set(a, "7")) && undone(.unset(a)) && undone(.missing(a, reason: "dk")) && undone(.note(a, "ghi")))
    response.apply(.missing(a, reason: "dk"), at: FormFixture.moment)
    #expect(undone(.set(a, "7")))
    let first = try #require(response.fieldPath("/data/m[1]"))
    response.set("/data/m[1]/x", "2")
    response.set("/data/m[1]/y", "hai")
    response.set("/data/m[1]/x", "1")
    let inner = try #require(FieldPath(first.description + "/n"))
    response.apply(.addRow(repeat: inner, row: try #require(RowID("aa"))), at: FormFixture.moment)
    response.set("/data/m[1]/n[2]/z", "9")
    // What is not asked now comes back too.
    #expect(undone(.removeRow(first)))
    response.set("/data/m[1]/x", "2")
    #expect(response.leaf("/data/m[1]/y") == "hai")
    #expect(response.leaf("/data/m[1]/n[2]/z") == "9")
  }
}
