/// All functions of the language.
package struct FunctionTable {
  /// The rows, family by family.
  package static let all: [FunctionEntry] =
    TextFunctions.rows + LogicFunctions.rows + SelectionFunctions.rows + NumberFunctions.rows + NodeFunctions.rows
    + DateFunctions.rows + PlaceFunctions.rows + DigestFunctions.rows + SurroundingFunctions.rows
    + VietnameseFunctions.rows

  private static let places: [String: Int] = Dictionary(
    all.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })

  /// The row of a name.
  package static func entry(named name: String) -> FunctionEntry? {
    places[name].map { all[$0] }
  }

  static func place(of name: String) -> Int? {
    places[name]
  }
}
