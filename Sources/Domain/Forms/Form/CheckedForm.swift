internal import Expressions

/// A form without mistakes, ready to be filled: nodes by number, expressions read, dependencies worked out.
package struct CheckedForm: Sendable {
  /// As it was written.
  package let definition: FormDefinition
  /// Language used when no other is chosen; empty when the form names none.
  package let defaultLanguage: String
  /// Languages of the form, the default one first.
  package let languages: [String]
  /// All nodes in order of the form; the first is the root.
  package let nodes: [FormNode]
  /// Choice lists.
  package let lists: [ChoiceTable]
  /// What a finished form does to entity lists.
  package let entities: [EntityDeclaration]
  /// What depends on what.
  package let graph: DependencyGraph
  /// Secondary instances, labels and texts.
  package let instances: FormInstances
  let paths: [String: Int]

  /// Identity across versions.
  package var id: String { definition.formID.text }
  /// Version; empty when the form has none.
  package var version: String { definition.version?.text ?? "" }
  /// Title in a language; the id when there is none.
  package func title(in language: String) -> String {
    definition.title.text(in: language, default: defaultLanguage) ?? id
  }

  /// The node at a path of names.
  package func node(at path: String) -> FormNode? { paths[path].map { nodes[$0] } }

  /// The child of a name.
  package func child(_ name: String, of node: Int) -> FormNode? { self.node(at: nodes[node].path + "/" + name) }

  /// The nodes of a name.
  package func nodes(named name: String) -> [FormNode] { nodes.filter { $0.name == name } }

  /// Checks a definition: every problem at once, and the form unless one of them is an error.
  package static func check(_ definition: FormDefinition) -> (form: CheckedForm?, problems: [FormProblem]) {
    let draft = FormDraft(definition)
    let problems = FormChecks.problems(in: draft)
    guard problems.allSatisfy({ $0.code.isWarning }) else { return (nil, problems) }
    return (CheckedForm(draft), problems)
  }

  private init(_ draft: FormDraft) {
    definition = draft.definition
    defaultLanguage = draft.defaultLanguage
    languages = draft.languages
    nodes = draft.tree.nodes
    lists = draft.tables.tables
    entities = draft.entities
    graph = draft.graph
    instances = draft.instances
    paths = draft.tree.paths
  }
}
