internal import Expressions

/// A form on its way to be checked: everything that can be made of a definition, right or wrong, and what went wrong making it.
struct FormDraft: Sendable {
  let definition: FormDefinition
  let defaultLanguage: String
  let languages: [String]
  let rows: [DraftRow]
  let tree: NameTree
  let tables: ChoiceTables
  let entities: [EntityDeclaration]
  let graph: DependencyGraph
  let instances: FormInstances
  /// What is wrong inside expressions.
  let expressionProblems: [FormProblem]
  /// Expressions that depend on each other.
  let cycles: [FormProblem]
  /// Ids that `instance()` can name.
  let instanceIDs: Set<String>

  init(_ definition: FormDefinition) {
    self.definition = definition
    var compiler: NodeCompiler
    (compiler, rows, tables) = Self.began(definition)
    compiler.compile(rows)
    var entityCompiler = EntityCompiler(expressions: compiler.expressions, tree: compiler.tree)
    entities = definition.entities.map { entityCompiler.compile($0) }
    tree = compiler.tree
    languages = Self.languages(of: definition, rows: rows)
    defaultLanguage = definition.defaultLanguage?.text ?? languages.first ?? ""
    let documents = Self.documents(definition, rows: rows, tables: tables, root: tree.nodes[0].name)
    instanceIDs = Set(documents.keys)
    instances = Self.instances(
      definition, tree: tree, tables: tables, documents: documents, defaultLanguage: defaultLanguage)
    var builder = GraphBuilder(tree: tree, instanceIDs: instanceIDs)
    builder.build()
    graph = builder.graph
    cycles = builder.cycles
    expressionProblems = entityCompiler.expressions.problems + builder.problems
  }

  /// The tree is handed on and not kept, so that filling its nodes copies none.
  private static func began(
    _ definition: FormDefinition
  ) -> (compiler: NodeCompiler, rows: [DraftRow], tables: ChoiceTables) {
    let built = TreeBuilder.build(definition)
    let tables = ChoiceTables(definition, rows: built.rows)
    return (NodeCompiler(tree: built.tree, tables: tables), built.rows, tables)
  }

  private static func languages(of definition: FormDefinition, rows: [DraftRow]) -> [String] {
    var found: [String] = definition.defaultLanguage.map { [$0.text] } ?? []
    func add(_ text: Localised) {
      for language in text.languages where !found.contains(language) { found.append(language) }
    }
    add(definition.title)
    for row in rows where !row.row.texts.isEmpty {
      if row.row.texts.count == 1 {
        row.row.texts.values.forEach(add)
      } else {
        for column in TextColumn.allCases { row.row.texts[column].map(add) }
      }
    }
    for case .rows(let choices) in definition.choices.map(\.source) {
      // Nearly all labels have one text without a language.
      for place in choices.indices where choices[place].label.entries.first.map({ !$0.language.isEmpty }) ?? false {
        add(choices[place].label)
      }
    }
    return found
  }

  /// Every secondary instance by id.
  private static func documents(_ definition: FormDefinition, rows: [DraftRow], tables: ChoiceTables, root: String)
    -> [String: Document]
  {
    var documents: [String: Document] = [:]
    for (file, document) in definition.files { documents[FileNames.stem(file)] = document }
    for table in tables.tables { documents[table.instanceID] = table.document }
    for (id, document) in definition.instances { documents[id] = document }
    for row in rows {
      guard case .instance(let isXML) = row.reading else { continue }
      let endings = isXML ? [".xml"] : [".csv", ".geojson"]
      let document = endings.lazy.compactMap { definition.files[row.name + $0] }.first
      documents[row.name] = document ?? documents[row.name] ?? ChoiceTables.nothing
    }
    if documents["__last-saved"] == nil {
      var empty = Document()
      empty.appendElement(root, to: .document)
      documents["__last-saved"] = empty
    }
    return documents
  }

  private static func instances(
    _ definition: FormDefinition, tree: NameTree, tables: ChoiceTables, documents: [String: Document],
    defaultLanguage: String
  ) -> FormInstances {
    var byPath: [String: ChoiceTable] = [:]
    var labels: [String: [NodeID: NodeText]] = [:]
    for node in tree.nodes.indices {
      guard let itemset = tree[node].itemset, case .list(let list) = itemset.source else { continue }
      byPath[tree[node].path] = tables.tables[list]
      if !itemset.labels.isEmpty { labels[tree[node].path] = itemset.labels }
    }
    var texts = definition.itext
    for table in tables.tables {
      for (item, label) in table.labels { texts[table.text("itextId", of: item)] = label }
    }
    return FormInstances(
      documents: documents, tables: byPath, texts: texts, defaultLanguage: defaultLanguage, labels: labels)
  }
}
