internal import Expressions
internal import Forms
internal import Responses
internal import XML

/// Builds one submission: walks the document of a response and leaves out what is not relevant.
struct SubmissionBuilder {
  private let response: Response
  private let instanceID: String
  private let deprecatedID: String?
  private let entityLists: [String: Document]
  private let document: Document
  private var writer = XMLWriter()
  /// Entities by the path of the row that makes them, with row numbers; the form's own under the empty path.
  private var entities: [String: [EntityChange]] = [:]

  init(response: Response, instanceID: String, deprecatedID: String?, entityLists: [String: Document]) {
    self.response = response
    self.instanceID = instanceID
    self.deprecatedID = deprecatedID
    self.entityLists = entityLists
    document = response.document
    for change in response.entityChanges() {
      let row = change.row.flatMap { response.indexPath(of: $0) } ?? ""
      entities[row, default: []].append(change)
    }
  }

  mutating func build() -> [UInt8] {
    guard let root = document.root else { return [] }
    let definition = response.form.definition
    var attributes: [(String, String)] = []
    if let namespace = definition.settings["instance_xmlns"]?.text { attributes.append(("xmlns", namespace)) }
    attributes.append(("id", response.form.id))
    if !response.form.version.isEmpty { attributes.append(("version", response.form.version)) }
    for (name, value) in definition.settings.sorted(by: { $0.key < $1.key }) where name.hasPrefix("attribute::") {
      let attribute = String(name.dropFirst("attribute::".count))
      // A prefix that nothing declares would make the document unreadable.
      if !attribute.contains(":") { attributes.append((attribute, value.text)) }
    }
    writer.start(document.name(of: root), attributes)
    writeChildren(of: root, path: "/" + document.name(of: root))
    writeMeta()
    writer.end()
    return writer.bytes
  }

  private mutating func writeChildren(of parent: NodeID, path: String) {
    var numbers: [String: Int] = [:]
    for child in document.children(of: parent) {
      let node = response.formNode(of: child)
      let number = numbers[node.name, default: 0] + 1
      numbers[node.name] = number
      if document.isHidden(of: child) || node.parent == 0 && node.name == "meta" { continue }
      if node.kind == .repeat {
        let rowPath = "\(path)/\(node.name)[\(number)]"
        writer.start(node.name, attributes(of: node))
        writeChildren(of: child, path: rowPath)
        if let changes = entities[rowPath] {
          writer.start("meta", [("xmlns", SubmissionXML.openRosa)])
          for change in changes { writeEntity(change) }
          writer.end()
        }
        writer.end()
      } else if node.kind == .group {
        writer.start(node.name, attributes(of: node))
        writeChildren(of: child, path: path + "/" + node.name)
        writer.end()
      } else {
        writer.element(node.name, attributes(of: node), text: document.value(of: child))
      }
    }
  }

  /// The attributes that the form gives to an element, but for those with a prefix that nothing declares here.
  private func attributes(of node: FormNode) -> [(String, String)] {
    node.attributes.filter { !$0.name.contains(":") }.map { ($0.name, $0.value) }
  }

  // MARK: - Meta

  private mutating func writeMeta() {
    writer.start("meta", [("xmlns", SubmissionXML.openRosa)])
    writer.element("instanceID", text: instanceID)
    if let name = response.instanceName { writer.element("instanceName", text: name) }
    if let deprecatedID { writer.element("deprecatedID", text: deprecatedID) }
    let root = response.form.nodes[0].path
    if let meta = document.root.flatMap({ document.child(of: $0, named: "meta") }),
      response.form.node(at: root + "/meta")?.kind == .group
    {
      for child in document.children(of: meta) where !document.isHidden(of: child) {
        let node = response.formNode(of: child)
        guard !node.isContainer, node.name != "instanceID", node.name != "instanceName" else { continue }
        writer.element(node.name, text: document.value(of: child))
      }
    }
    for change in entities[""] ?? [] { writeEntity(change) }
    writeRemarks()
    writer.end()
  }

  private mutating func writeEntity(_ change: EntityChange) {
    var attributes = [("dataset", change.list), ("id", change.id)]
    switch change.action {
    case .create: attributes.append(("create", "1"))
    case .update:
      attributes.append(("update", "1"))
      let versions = [("__version", "baseVersion"), ("__trunkVersion", "trunkVersion"), ("__branchId", "branchId")]
      for (column, attribute) in versions {
        attributes.append((attribute, listed(column, of: change.id, in: change.list) ?? ""))
      }
    }
    writer.start("entity", attributes)
    if !change.label.isEmpty { writer.element("label", text: change.label) }
    writer.end()
  }

  /// A column of an entity in the list that the form was filled with.
  private func listed(_ column: String, of id: String, in list: String) -> String? {
    guard let document = entityLists[list] ?? response.form.instances.instance(list), let root = document.root else {
      return nil
    }
    for item in document.children(of: root) {
      guard let name = document.child(of: item, named: "name"), document.value(of: name) == id else { continue }
      return document.child(of: item, named: column).map { document.value(of: $0) }
    }
    return nil
  }

  /// What is kept beside the answers and has no place in ODK's form of a submission.
  private mutating func writeRemarks() {
    let remarks = response.remarks()
    guard !remarks.isEmpty else { return }
    writer.start("khaosat:remarks", [("xmlns:khaosat", SubmissionXML.own)])
    for remark in remarks {
      var attributes = [("ref", remark.indexPath)]
      if let missing = remark.missing { attributes.append(("missing", missing)) }
      if let warning = remark.confirmedWarning { attributes.append(("warning", warning)) }
      writer.element("khaosat:remark", attributes, text: remark.note ?? "")
    }
    writer.end()
  }
}
