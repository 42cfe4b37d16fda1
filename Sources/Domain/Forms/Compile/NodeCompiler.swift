internal import Expressions

/// Fills the nodes of a draft from their rows: expressions, texts, choices, parameters.
struct NodeCompiler {
  private(set) var tree: NameTree
  private(set) var expressions = ExpressionCompiler()
  private let tables: ChoiceTables

  init(tree: NameTree, tables: ChoiceTables) {
    self.tree = tree
    self.tables = tables
  }

  /// Fills every node.
  mutating func compile(_ rows: [DraftRow]) {
    for row in rows {
      guard let node = row.node else { continue }
      fillPlain(node, from: row)
      fillExpressions(node, from: row)
      fillValue(node, from: row)
      if let type = row.type, type.kind.isSelect { fillItemset(node, from: row, type: type) }
      for (column, text) in row.row.texts where !text.isEmpty {
        tree[node].texts[column] = expressions.compile(text, at: node, in: tree)
      }
    }
  }

  private mutating func fillPlain(_ node: Int, from row: DraftRow) {
    let columns = row.row.columns
    tree[node].appearance = Appearance(columns[.appearance]?.text ?? "")
    for parameter in ParameterReader.read(columns[.parameters]?.text ?? "") ?? [] {
      tree[node].parameters[parameter.name] = parameter.value
    }
    tree[node].missingReasons = Self.words(columns[.missing]).compactMap(MissingReason.init(rawValue:))
    tree[node].unit = columns[.unit]?.text
    tree[node].inputMethod = columns[.ime].flatMap { InputMethod(rawValue: $0.text) }
    tree[node].isPersonal = columns[.personal].flatMap { YesNo.truth($0.text) } ?? false
    tree[node].saveTo = columns[.saveTo]?.text
    tree[node].hasFixedRows = columns[.fixedRows].flatMap { YesNo.truth($0.text) } ?? false
    for extra in row.row.extra where extra.column.hasPrefix("instance::") {
      let name = String(extra.column.dropFirst("instance::".count))
      guard name.split(separator: ":", omittingEmptySubsequences: false).allSatisfy({ XMLName.isValid(String($0)) })
      else { continue }
      tree[node].attributes.append(FormNode.Attribute(name: name, value: extra.text.text))
    }
    tree[node].bindType = row.row.extra.first { $0.column == "bind::type" }?.text.text
  }

  /// The words of a cell, between spaces and commas.
  static func words(_ source: SourceText?) -> [String] {
    source?.text.split { $0.isWhitespace || $0 == "," }.map(String.init) ?? []
  }

  private mutating func fillExpressions(_ node: Int, from row: DraftRow) {
    let columns = row.row.columns
    tree[node].relevant = condition(columns[.relevant], at: node)
    tree[node].required = condition(columns[.required], at: node)
    tree[node].readOnly = condition(columns[.readOnly], at: node)
    tree[node].constraint = condition(columns[.constraint], at: node)
    tree[node].warning = condition(columns[.warning], at: node)
    let implied = row.type?.constraint ?? tree[node].kind.description.impliedConstraint(tree[node].parameters)
    if let implied, tree[node].constraint == nil || tree[node].kind == .range {
      tree[node].impliedConstraint = expressions.made(implied, at: row.row.position)
    }
    if let count = columns[.repeatCount], tree[node].kind == .repeat, let parent = tree[node].parent {
      let isReference = TreeBuilder.isReference(count.text)
      let source = isReference ? count : SourceText("./\(row.name)_count", at: count.position)
      tree[node].repeatCount = expressions.compile(source, at: parent, in: tree)
    }
  }

  private mutating func condition(_ source: SourceText?, at node: Int) -> CompiledFormula? {
    guard let source, !Self.isBlank(source.text) else { return nil }
    return expressions.compile(YesNo.expression(source), at: node, in: tree)
  }

  private static func isBlank(_ text: String) -> Bool {
    if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
    return text.allSatisfy(\.isWhitespace)
  }

  private mutating func fillValue(_ node: Int, from row: DraftRow) {
    let columns = row.row.columns
    if let calculation = columns[.calculation], !calculation.text.isEmpty {
      let formula = expressions.compile(calculation, at: node, in: tree)
      if let trigger = columns[.trigger], !trigger.text.isEmpty {
        tree[node].triggered = formula
        tree[node].triggers = triggers(trigger).compactMap { $0 }
      } else {
        tree[node].calculation = formula
      }
    }
    if let literal = columns[.initialValue] { tree[node].staticDefault = fixed(literal.text, of: node) }
    if let formula = columns[.initialFormula] {
      tree[node].dynamicDefault = expressions.compile(formula, at: node, in: tree)
    }
    guard let value = columns[.defaultValue], !value.text.isEmpty else { return }
    if DefaultReader.isExpression(value.text, for: tree[node].kind) {
      tree[node].dynamicDefault = expressions.compile(value, at: node, in: tree)
    } else {
      tree[node].staticDefault = fixed(value.text, of: node)
    }
  }

  /// A fixed default as answers are written; one that cannot be read leaves the question empty.
  private func fixed(_ text: String, of node: Int) -> String {
    AnswerForm.read(text, for: tree[node].kind, tree[node].parameters) ?? ""
  }

  /// The nodes that a trigger column names; nothing in the place of a name that is not known.
  func triggers(_ source: SourceText) -> [Int?] {
    source.text.split(separator: ",").map { piece in
      let name = piece.filter { !$0.isWhitespace }
      if name.hasPrefix("${"), name.hasSuffix("}") { return tree.named(String(name.dropFirst(2).dropLast())).first }
      return tree.at(name)
    }
  }
}

// Choices.
extension NodeCompiler {
  private mutating func fillItemset(_ node: Int, from row: DraftRow, type: QuestionType) {
    let columns = row.row.columns
    let parameters = tree[node].parameters
    if let nodeset = columns[.itemset], let items = expressions.compile(nodeset, at: node, in: tree) {
      tree[node].itemset = Itemset(
        source: .nodes, items: items, match: nil, valuePath: Self.path(parameters["value"] ?? "name"),
        labelPath: Self.path(parameters["label"] ?? "label"), isFiltered: true)
      return
    }
    guard let choices = type.choices else { return }
    if case .rows(let name) = choices {
      fillRows(node, named: name, from: row)
      return
    }
    tree[node].listName = choices.name
    guard let list = tables.find(choices, parameters: parameters) else { return }
    let table = tables.tables[list]
    var path = "instance('\(table.instanceID)')/root/item"
    let value = parameters["value"] ?? table.valueName
    let match = "instance('\(table.instanceID)')/root/item[\(value) = current()/.]"
    var items = expressions.made(path, at: row.row.position)
    var matching = expressions.made(match, at: row.row.position)
    if let filter = columns[.choiceFilter], !filter.text.isEmpty {
      matching = expressions.compile(filter, at: node, in: tree, between: match + "[", and: "]")
      items = expressions.compileQuietly(filter, at: node, in: tree, between: path + "[", and: "]")
      path = items?.formula.source ?? path
    }
    items = shuffled(path, at: node, parameters: parameters, position: row.row.position) ?? items
    guard let items else { return }
    tree[node].itemset = Itemset(
      source: .list(list), items: items, match: type.kind == .selectOne ? matching : nil, valuePath: [value],
      labelPath: [parameters["label"] ?? table.labelName], isFiltered: columns[.choiceFilter] != nil,
      labels: labels(of: table, at: node))
  }

  /// Labels that refer to questions, as they are read where the select stands.
  private mutating func labels(of table: ChoiceTable, at node: Int) -> [NodeID: NodeText] {
    guard !table.referring.isEmpty else { return [:] }
    return Dictionary(
      table.referring.map { ($0.item, expressions.compile($0.label, at: node, in: tree)) }, uniquingKeysWith: { $1 })
  }

  /// The choices in random order, when the parameters ask for it.
  private mutating func shuffled(_ path: String, at node: Int, parameters: [String: String], position: SourcePosition)
    -> CompiledFormula?
  {
    guard let randomize = parameters["randomize"], YesNo.truth(randomize) == true else { return nil }
    guard let seed = parameters["seed"] else { return expressions.made("randomize(\(path))", at: position) }
    return expressions.compile(
      SourceText(seed, at: position), at: node, in: tree, between: "randomize(\(path), ", and: ")")
  }

  /// Choices that are answers to a question of a repeat.
  private mutating func fillRows(_ node: Int, named name: String, from row: DraftRow) {
    guard let target = tree.named(name).first, let holder = tree[target].enclosingRepeat else {
      _ = expressions.compile(SourceText("${\(name)}", at: row.row.type.position), at: node, in: tree)
      return
    }
    let path = tree.relativePath(from: target, to: target, below: holder)
    let inner = path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
    let nodeset = tree.expression(for: holder, at: node, inPredicate: false)
    let answered = nodeset + "[./" + inner.joined(separator: "/") + " != '']"
    var items = expressions.made(answered, at: row.row.position)
    if let filter = row.row.columns[.choiceFilter], !filter.text.isEmpty {
      items = expressions.compile(filter, at: node, in: tree, between: answered + "[", and: "]")
    }
    guard let items else { return }
    tree[node].itemset = Itemset(
      source: .nodes, items: items, match: nil, valuePath: inner, labelPath: inner, isFiltered: true)
  }

  private static func path(_ text: String) -> [String] { text.split(separator: "/").map(String.init) }
}
