import Expressions
import Testing

@Suite struct ReferenceTests {
  @Test func namesInBracesAreFound() {
    let found = Formula.references(in: "${tuổi} > 3 and ${ last-saved#ma } = '${q}'")
    #expect(found.map(\.name) == ["tuổi", "ma", "q"])
    #expect(found.map(\.lastSaved) == [false, true, false])
    #expect(found.map(\.inLiteral) == [false, false, true])
    #expect(found.first?.range == 0..<7)
  }

  @Test func whatIsNoReferenceStays() {
    #expect(Formula.references(in: "${} $x {y} ${1a} ${a").isEmpty)
  }

  @Test func pathsTellWhatTheyStartFrom() throws {
    let formula = try Formula(
      parsing: "instance('xa')/root/item[tinh = current()/../tinh and /data/x]/label + ../y[. = 1] + sum(/data/r/z)")
    let paths = formula.tree.locationPaths
    #expect(
      paths.map(\.base) == [
        .instance("xa"), .within(path: 0, step: 1), .context, .root, .context, .within(path: 4, step: 1), .root,
      ])
    #expect(paths[2].steps.map(\.name) == [nil, "tinh"])
    #expect(paths[6].steps.map(\.name) == ["data", "r", "z"])
    #expect(formula.tree.calls.map(\.name) == ["instance", "current", "sum"])
    #expect(formula.tree.calls.first?.literals == ["xa"])
  }
}
