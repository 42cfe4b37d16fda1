/// Makes the tree of nodes from the rows of the survey, and the nodes that rows imply: own answers, repeat counts, meta.
struct TreeBuilder {
  private var tree: NameTree
  private var rows: [DraftRow] = []
  private var made = 0
  private var audits: [(row: SurveyRow, reading: TypeReader.Reading)] = []

  private init(reserving count: Int) {
    tree = NameTree(reserving: count)
    rows.reserveCapacity(count)
  }

  /// The tree of a definition and its rows in order.
  static func build(_ definition: FormDefinition) -> (tree: NameTree, rows: [DraftRow]) {
    // Nodes that rows imply are few.
    var builder = TreeBuilder(reserving: definition.survey.count + 8)
    let position = SourcePosition(file: definition.fileName)
    let root = builder.tree.add(name: definition.rootName, kind: .group, parent: nil, position: position)
    for row in definition.survey { builder.add(row, to: root) }
    builder.addMeta(definition, to: root, position: position)
    return (builder.tree, builder.rows)
  }

  private mutating func add(_ row: SurveyRow, to parent: Int) {
    let reading = TypeReader.read(row.type.text)
    if row.isLayoutOnly {
      rows.append(DraftRow(row: row, reading: reading, name: "", node: nil, parent: parent))
      for child in row.children { add(child, to: parent) }
      return
    }
    if case .instance = reading {
      rows.append(DraftRow(row: row, reading: reading, name: row.name?.text ?? "", node: nil, parent: parent))
      return
    }
    let type: QuestionType? = if case .question(let type) = reading { type } else { nil }
    let kind = type?.kind ?? (row.children.isEmpty ? .text : .group)
    if kind == .audit {
      audits.append((row, reading))
      return
    }
    let name = self.name(of: row, kind: kind)
    if kind == .repeat { addCount(of: row, name: name, to: parent) }
    let node = tree.add(name: name, kind: kind, parent: parent, position: row.position)
    rows.append(DraftRow(row: row, reading: reading, name: name, node: node, parent: parent))
    for child in row.children { add(child, to: node) }
    if type?.hasOther == true { addOther(to: node, name: name, parent: parent, position: row.position) }
  }

  private mutating func name(of row: SurveyRow, kind: QuestionKind) -> String {
    if let name = row.name?.text, !name.isEmpty { return name }
    made += 1
    return kind == .group ? "generated_group_name_\(made)" : "generated_note_name_\(made)"
  }

  /// A repeat_count that is more than one reference gets a node of its own.
  private mutating func addCount(of row: SurveyRow, name: String, to parent: Int) {
    guard let count = row.columns[.repeatCount], !Self.isReference(count.text) else { return }
    let node = tree.add(name: name + "_count", kind: .calculate, parent: parent, position: count.position)
    let counting = SurveyRow(
      type: SourceText("calculate", at: row.position), name: SourceText(name + "_count", at: count.position),
      columns: [.calculation: count], position: count.position)
    rows.append(
      DraftRow(
        row: counting, reading: .question(QuestionType(kind: .calculate)), name: name + "_count", node: node,
        parent: parent))
  }

  /// Whether a repeat_count is nothing but a reference or a path.
  static func isReference(_ text: String) -> Bool {
    let trimmed = text.filter { !$0.isWhitespace }
    if trimmed.hasPrefix("${"), trimmed.hasSuffix("}") { return !trimmed.dropFirst(2).contains("$") }
    return trimmed.hasPrefix("/") && trimmed.unicodeScalars.allSatisfy { ReferenceExpander.isNamePart($0) || $0 == "/" }
  }

  private mutating func addOther(to select: Int, name: String, parent: Int, position: SourcePosition) {
    let node = tree.add(name: name + "_other", kind: .text, parent: parent, position: position)
    let asking = SurveyRow(
      type: SourceText("text", at: position), name: SourceText(name + "_other", at: position),
      columns: [.relevant: SourceText("selected(../\(name), 'other')", at: position)],
      texts: [.label: Localised(SourceText("Specify other.", at: position))], position: position)
    rows.append(
      DraftRow(
        row: asking, reading: .question(QuestionType(kind: .text)), name: name + "_other", node: node, parent: parent))
  }

  private mutating func addMeta(_ definition: FormDefinition, to root: Int, position: SourcePosition) {
    let meta = tree.child("meta", of: root) ?? tree.add(name: "meta", kind: .group, parent: root, position: position)
    for audit in audits {
      let name = audit.row.name?.text ?? "audit"
      let node = tree.add(name: name, kind: .audit, parent: meta, position: audit.row.position)
      rows.append(DraftRow(row: audit.row, reading: audit.reading, name: name, node: node, parent: meta))
    }
    if tree.child("instanceID", of: meta) == nil {
      _ = tree.add(name: "instanceID", kind: .metadata(.instanceID), parent: meta, position: position)
    }
    if let name = definition.instanceName, tree.child("instanceName", of: meta) == nil {
      let kind = QuestionKind.metadata(.instanceName)
      let node = tree.add(name: "instanceName", kind: kind, parent: meta, position: name.position)
      let naming = SurveyRow(
        type: SourceText("calculate", at: name.position), name: SourceText("instanceName", at: name.position),
        columns: [.calculation: name], position: name.position)
      rows.append(
        DraftRow(
          row: naming, reading: .question(QuestionType(kind: kind)), name: "instanceName", node: node, parent: meta))
    }
  }
}
