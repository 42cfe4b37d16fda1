package import Expressions

/// One node of a checked form: a group, a repeat, a question, a calculation or a metadata item.
package struct FormNode: Sendable {
  /// An attribute that the element carries in every submission.
  package struct Attribute: Sendable, Hashable {
    /// Its name, prefix included.
    package let name: String
    /// Its value.
    package let value: String
  }

  /// Its number, which is its place in `CheckedForm.nodes`.
  package let index: Int
  /// Name of its element.
  package let name: String
  /// Path of names from the root: `/data/may/gia`.
  package let path: String
  /// What it is.
  package let kind: QuestionKind
  /// The group around it; none for the root.
  package let parent: Int?
  /// The innermost repeat around it, itself not counted.
  package let enclosingRepeat: Int?
  /// How many repeats are around it, itself not counted.
  package let repeatDepth: Int
  /// Groups around it, the root not counted.
  package let depth: Int
  /// What it holds, in order.
  package internal(set) var children: [Int] = []
  /// Labels, hints and messages.
  package internal(set) var texts: [TextColumn: NodeText] = [:]
  /// When it is asked at all.
  package internal(set) var relevant: CompiledFormula?
  /// When an answer is needed.
  package internal(set) var required: CompiledFormula?
  /// When the answer cannot be changed.
  package internal(set) var readOnly: CompiledFormula?
  /// What an answer must satisfy.
  package internal(set) var constraint: CompiledFormula?
  /// The constraint that its kind implies.
  package internal(set) var impliedConstraint: CompiledFormula?
  /// The soft check.
  package internal(set) var warning: CompiledFormula?
  /// Computed again whenever what it reads changes.
  package internal(set) var calculation: CompiledFormula?
  /// Computed once, at first load or when its row is made.
  package internal(set) var dynamicDefault: CompiledFormula?
  /// The value it begins with.
  package internal(set) var staticDefault = ""
  /// Computed when one of the triggers changes.
  package internal(set) var triggered: CompiledFormula?
  /// The nodes whose change triggers it.
  package internal(set) var triggers: [Int] = []
  /// For a repeat: how many rows there are to be.
  package internal(set) var repeatCount: CompiledFormula?
  /// For a repeat: rows are neither added nor removed by hand.
  package internal(set) var hasFixedRows = false
  /// For selects: where the choices come from.
  package internal(set) var itemset: Itemset?
  /// For selects: the name of the list, as written.
  package internal(set) var listName: String?
  /// How it wishes to be shown.
  package internal(set) var appearance = Appearance()
  /// The parameters column, cut into names and values.
  package internal(set) var parameters: [String: String] = [:]
  /// Reasons accepted instead of an answer.
  package internal(set) var missingReasons: [MissingReason] = []
  /// The unit shown behind a number.
  package internal(set) var unit: String?
  /// Typing help asked for.
  package internal(set) var inputMethod: InputMethod?
  /// Whether the answer is personal data.
  package internal(set) var isPersonal = false
  /// The entity property that takes the answer.
  package internal(set) var saveTo: String?
  /// Attributes of its element, as the form gives them.
  package internal(set) var attributes: [Attribute] = []
  /// Type of an attachment or calculation as the definition names it (`bind::type`), when it does.
  package internal(set) var bindType: String?
  /// Where it was written.
  package let position: SourcePosition

  /// Whether it holds other nodes.
  package var isContainer: Bool { kind == .group || kind == .repeat }
  /// Whether the user is asked or shown something.
  package var hasControl: Bool { kind.description.hasControl }
}

extension FormNode {
  /// How expressions read its values.
  package var leafType: LeafType {
    guard let bindType else { return kind.description.leafType(parameters) }
    return switch bindType {
    case "int", "integer": .integer
    case "decimal": .decimal
    case "date": .date
    case "dateTime": .dateTime
    case "time": .time
    case "boolean": .boolean
    case "geopoint", "geotrace", "geoshape": .geo
    default: kind.description.leafType(parameters)
    }
  }
}
