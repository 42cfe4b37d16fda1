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
    if name.namespace == XFormNames.javaRosa { return "jr:" + name.local }
    return (XFormNames.prefix(name.namespace) ?? name.prefix) + ":" + name.local
  }

  /// The attributes of an element by name, without declarations of namespaces.
  static func attributes(
    _ element: XMLElement, ofBind isBind: Bool = false
  ) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    attributes.reserveCapacity(element.attributes.count)
    for attribute in element.attributes where !attribute.isNamespaceDeclaration {
      let name = Self.name(attribute.name)
      // Where a bind belongs is known already.
      if isBind, name == "nodeset" || name == "ref" || name == "id" { continue }
      attributes.append((name, attribute.value))
    }
    return attributes
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
    binds.reserveCapacity(model.content.count)
    for case .element(let child) in model.content {
      guard child.name.local == "bind" else {
        addAction(child, trigger: nil, context: top)
        continue
      }
      guard let reference = child.attribute("nodeset") ?? child.attribute("ref"),
        let path = XFormPath.absolute(reference, at: top)
      else { continue }
      let bind = Bind(attributes: Self.attributes(child, ofBind: true), position: child.position)
      if let earlier = binds.updateValue(bind, forKey: path) {
        binds[path] = Bind(attributes: earlier.attributes + bind.attributes, position: earlier.position)
      }
    }
    submission = model.child("submission")
  }

  private static let kinds: Set<String> = ["setvalue", "setgeopoint", "recordaudio"]

  /// Adds the element when it is an action.
  mutating func addAction(_ element: XMLElement, trigger: String?, context: String) {
    guard Self.kinds.contains(element.name.local),
      let reference = element.attribute("ref") ?? element.attribute("bind"),
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
