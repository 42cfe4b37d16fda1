internal import Forms
internal import XML

/// The model of an XForm, taken apart but not yet interpreted.
struct XFormModel {
  /// One bind.
  struct Bind {
    /// Attributes by name with our prefix for known namespaces: `relevant`, `jr:constraintMsg`, `entities:saveto`.
    var attributes: [(name: String, value: String)]
    var position: XMLPosition

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// One action: setvalue, setgeopoint or recordaudio.
  struct Action {
    let kind: String
    let events: [String]
    /// The node it sets.
    let target: String
    /// The expression, or a literal in quotes.
    let value: String
    /// The question in whose control it stands.
    let trigger: String?
    let attributes: [(name: String, value: String)]
    let position: XMLPosition

    var isAtFirstLoad: Bool {
      events.contains("odk-instance-first-load") || events.contains("odk-instance-load")
        || events.contains("xforms-ready")
    }
  }

  /// A secondary instance.
  struct Instance {
    let id: String
    let source: String?
    let root: XMLElement?
    let position: XMLPosition
  }

  var root: XMLElement
  var binds: [String: Bind] = [:]
  /// The actions by the node that they set, each in the order of the form.
  private(set) var actions: [String: [Action]] = [:]
  var instances: [Instance] = []
  var submission: XMLElement?

  /// The name of an attribute with the prefix that we use for its namespace.
  static func name(_ name: XMLName) -> String {
    if name.namespace.isEmpty { return name.local }
    return (XFormNames.prefix(name.namespace) ?? name.prefix) + ":" + name.local
  }

  static func attributes(_ element: XMLElement) -> [(name: String, value: String)] {
    element.attributes.filter { !$0.isNamespaceDeclaration }.map { (name($0.name), $0.value) }
  }

  /// Reads the model element.
  init?(_ model: XMLElement) {
    let instances = model.children("instance")
    guard let root = instances.first?.children.first else { return nil }
    self.root = root
    let top = "/" + root.name.local
    for instance in instances.dropFirst() {
      guard let id = instance.attribute("id") else { continue }
      self.instances.append(
        Instance(id: id, source: instance.attribute("src"), root: instance.children.first, position: instance.position))
    }
    for bind in model.children("bind") {
      guard let reference = bind.attribute("nodeset") ?? bind.attribute("ref"),
        let path = XFormPath.absolute(reference, at: top)
      else { continue }
      let attributes = Self.attributes(bind).filter { $0.name != "nodeset" && $0.name != "ref" && $0.name != "id" }
      binds[path, default: Bind(attributes: [], position: bind.position)].attributes += attributes
    }
    submission = model.child("submission")
    for child in model.children { addAction(child, trigger: nil, context: top) }
  }

  /// Adds the element when it is an action.
  mutating func addAction(_ element: XMLElement, trigger: String?, context: String) {
    let kinds = ["setvalue", "setgeopoint", "recordaudio"]
    guard kinds.contains(element.name.local), let reference = element.attribute("ref") ?? element.attribute("bind"),
      let target = XFormPath.absolute(reference, at: context)
    else { return }
    let written = element.attribute("event") ?? element.attributes.first { $0.name.local == "event" }?.value ?? ""
    let literal = "'" + element.text.replacing("'", with: "\u{2019}") + "'"
    actions[target, default: []].append(
      Action(
        kind: element.name.local, events: written.split(separator: " ").map(String.init), target: target,
        value: element.attribute("value").map { ColumnName.trimmed($0) } ?? literal, trigger: trigger,
        attributes: Self.attributes(element), position: element.position))
  }
}
