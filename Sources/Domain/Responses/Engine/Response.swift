package import Expressions
package import Forms

/// One filled form as a value: answers, what is computed from them, and what is wrong with them.
///
/// Every edit leaves it whole: calculations, relevance, rows and problems are those of the answers it holds.
package struct Response: Sendable {
  /// The form it fills.
  package let form: CheckedForm
  /// Identity, `uuid:` included.
  package let instanceID: String
  /// Whether it is frozen: edits are refused.
  package internal(set) var isFinalised = false

  var sheet: AnswerSheet
  var pending: Pending
  let instances: FormInstances
  /// Choice lists as they are now, entity lists included.
  var tables: [ChoiceTable]
  /// The moment of the last edit.
  var moment: Moment {
    didSet { refreshSurroundings() }
  }
  var shownLanguage: String {
    didSet { refreshSurroundings() }
  }
  /// What is wrong, by element; elements without problems are left out.
  var findings: [NodeID: Findings] = [:]
  /// Formulas of calculations and relevance that could not be computed, by element.
  var faults: [NodeID: ExpressionProblem] = [:]
  /// The elements that count more rows than their repeats take, by repeat and the row around it.
  var excess: [RowKey: NodeID] = [:]
  /// Reasons given instead of answers.
  var missing: [NodeID: String] = [:]
  var notes: [NodeID: String] = [:]
  /// Reasons with which warnings were confirmed.
  var confirmed: [NodeID: String] = [:]
  /// Rows by repeat and id, so that edits find them at once.
  var rowNumbers: [RowKey: Int] = [:]
  /// Repeats that grew in this edit: each grows once an edit, so that counts that count themselves come to rest.
  var grown: Set<RowKey> = []

  /// Where a row is found.
  struct RowKey: Hashable, Sendable {
    var scope: Int
    var parent: Int
    var id: RowID?
  }

  /// The most rows that a repeat_count makes; one that asks for more is a problem.
  package static let rowLimit = 20_000

  /// Begins a form: metadata, defaults, first rows, everything computed.
  ///
  /// - Parameters:
  ///   - preset: values instead of defaults, by path with row numbers (`/data/may[1]/so_may`).
  ///   - lastSaved: the document of the response saved last, for `${last-saved#x}`.
  ///   - lists: secondary instances as they are now in place of the form's own, such as entity lists, by id.
  package init(
    form: CheckedForm, instanceID: String, opened moment: Moment, preset: [String: String] = [:],
    lastSaved: Document? = nil, lists: [String: Document] = [:], language: String? = nil
  ) {
    self.form = form
    self.instanceID = instanceID.contains(":") ? instanceID : "uuid:" + instanceID
    self.moment = moment
    shownLanguage = language ?? form.defaultLanguage
    var replaced = lists
    if let lastSaved { replaced["__last-saved"] = lastSaved }
    instances = replaced.isEmpty ? form.instances : form.instances.adding(replaced)
    tables = form.lists.map { table in lists[table.instanceID].map { table.replacing($0) } ?? table }
    sheet = AnswerSheet(
      form,
      surroundings: Surroundings(
        instances: instances, moment: moment, language: shownLanguage, version: form.version))
    pending = Pending(steps: form.graph.steps.count)
    sheet.build()
    for row in sheet.rows.indices { register(row) }
    fillMetadata()
    let given = apply(preset: preset)
    fillDefaults(in: AnswerSheet.rootRow, except: given)
    markEverything(in: AnswerSheet.rootRow)
    settle()
  }

  /// The document: one element a node and row, hidden ones included.
  package var document: Document { sheet.scope.document }

  /// The node of the form that an element of the document stands for.
  package func formNode(of element: NodeID) -> FormNode { sheet.node(of: element) }

  /// Language of labels, messages and of texts that calculations take from labels.
  package var language: String {
    get { shownLanguage }
    set {
      guard newValue != shownLanguage else { return }
      shownLanguage = newValue
      // What is frozen keeps the words it was finished with.
      guard !isFinalised else { return }
      markLanguage()
      settle()
    }
  }

  /// The name of the filled form, by the form's `instance_name`.
  package var instanceName: String? {
    guard let node = form.node(at: form.nodes[0].path + "/meta/instanceName") else { return nil }
    let name = sheet.scope.document.value(of: sheet.element(of: node.index, from: AnswerSheet.rootRow))
    return name.isEmpty ? nil : name
  }

  /// Computes everything anew, as after opening; the answers stay. The result is what it was before.
  package mutating func recalculateAll() {
    markEverything(in: AnswerSheet.rootRow)
    settle()
  }
}
